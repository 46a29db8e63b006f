package io.weir.webrest.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.kernel.api.Refusal;
import io.weir.webrest.http.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Reads an object of JSON as the form that it stands for: members one deep, or in one object more. */
final class JsonForm {
    private JsonForm() {
    }

    /** Refused: {@code MALFORMED_BODY} for what is no object. */
    static Map<String, String> read(InputStream body) throws IOException {
        try {
            var fields = new HashMap<String, String>();
            add(fields, StrictJson.mapper().readValue(body, Map.class));
            return fields;
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("MALFORMED_BODY").asException();
        }
    }

    private static void add(Map<String, String> fields, Map<?, ?> members) {
        if (members == null) {
            throw Refusal.invalid("MALFORMED_BODY").asException();
        }
        members.forEach((name, value) -> {
            if (value instanceof Map<?, ?> more) {
                add(fields, more);
            } else {
                fields.put(String.valueOf(name), String.valueOf(value));
            }
        });
    }
}

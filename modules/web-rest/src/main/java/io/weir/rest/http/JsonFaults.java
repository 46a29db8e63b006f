package io.weir.rest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Map;
import java.util.stream.Collectors;

/** A body that can't be read: broken JSON altogether, or a member of the wrong type, which is then named. */
final class JsonFaults {
    private JsonFaults() {
    }

    static Failure of(JsonProcessingException e) {
        var member = e instanceof MismatchedInputException mismatch ? path(mismatch) : "";
        return member.isEmpty() ? Failure.of(400, "MALFORMED_BODY") : Failure.invalid(Map.of(member, "WRONG_TYPE"));
    }

    /** As {@code features.limits[2]}. */
    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }
}

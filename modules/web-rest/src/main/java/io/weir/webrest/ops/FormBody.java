package io.weir.webrest.ops;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads a posted form from the request's own, bounded stream; the first of several values counts. */
final class FormBody {
    private FormBody() {
    }

    static Map<String, String> read(InputStream body) throws IOException {
        return parse(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }

    static Map<String, String> parse(String form) {
        var fields = new HashMap<String, String>();
        for (var pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** A broken escape is left as it is: no field of ours looks like that. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}

package io.weir.webrest.metering;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Attributes of a CloudEvent in HTTP headers (binary content mode): {@code ce-id: …}. Values are percent-encoded UTF-8,
 * possibly in quotes, by the HTTP binding of CloudEvents 1.0, section 3.1.3.2.
 */
final class BinaryMode {
    private static final String PREFIX = "ce-";
    private static final String MARK = "ce-specversion";

    private BinaryMode() {
    }

    /** Empty when the headers carry no event: every event says its version. */
    static Map<String, String> attributes(Map<String, List<String>> headers) {
        var attributes = new TreeMap<String, String>();
        headers.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX) && !values.isEmpty()) {
                attributes.put(lower.substring(PREFIX.length()), decoded(values.get(0).strip()));
            }
        });
        return attributes.containsKey(MARK.substring(PREFIX.length())) ? attributes : Map.of();
    }

    static String decoded(String value) {
        return percentDecoded(unquoted(value));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    /** What only looks like an encoded byte stays as it is. */
    private static String percentDecoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            decoded.write(low < 0 ? bytes[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}

package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.UnreadableNoticeException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A form as Classic posts it. Kept with one character per byte, because the signature is over bytes and sorts by them.
 */
record ClassicForm(SortedMap<String, String> bytes) {
    static final String SIGNATURE = "p_signature";
    private static final int MOST_FIELDS = 500;

    /** @throws UnreadableNoticeException when the bytes are no form, or name a field twice */
    static ClassicForm of(byte[] body) {
        var fields = new TreeMap<String, String>();
        for (var pair : new String(body, StandardCharsets.ISO_8859_1).split("&", MOST_FIELDS + 1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || fields.size() == MOST_FIELDS
                    || fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))) != null) {
                throw new UnreadableNoticeException("no form with distinct fields");
            }
        }
        return new ClassicForm(fields);
    }

    static byte[] body(Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(encoded(name)).append('=')
                .append(encoded(value)));
        return body.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Blank is absent. */
    Optional<String> field(String name) {
        return Optional.ofNullable(bytes.get(name)).filter(value -> !value.isBlank())
                .map(value -> new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    String required(String name) {
        return field(name).orElseThrow(() -> new UnreadableNoticeException("no " + name));
    }

    /** What is signed: all fields but the signature, as PHP serialises an array. */
    byte[] signed() {
        var fields = new TreeMap<>(bytes);
        fields.remove(SIGNATURE);
        var text = new StringBuilder("a:").append(fields.size()).append(":{");
        fields.forEach((name, value) -> {
            serialise(text, name);
            serialise(text, value);
        });
        return text.append('}').toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void serialise(StringBuilder text, String value) {
        text.append("s:").append(value.length()).append(":\"").append(value).append("\";");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new UnreadableNoticeException("a bad escape", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.weir.paymentgateways.payos;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How PayOS signs: lower-case hex of HMAC-SHA256 over {@code name=value} pairs in the order of their names, joined by
 * {@code &}, nothing escaped. Source: payos.vn/docs/tich-hop-webhook/kiem-tra-du-lieu-voi-signature.
 */
final class PayosSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private PayosSignature() {
    }

    /** @throws IllegalArgumentException for what can't be signed: see {@link #text} */
    static String of(String key, Fields signed) {
        return hex(key, text(signed));
    }

    /** Never throws; what can't be signed has no right signature. */
    static boolean matches(String key, Fields signed, String signature) {
        try {
            return MessageDigest.isEqual(utf8(of(key, signed)), utf8(signature));
        } catch (IllegalArgumentException unsignable) {
            return false;
        }
    }

    /**
     * What the signature is over. Nothing, and the words null and undefined, are empty; a list is compact JSON, the
     * names in each of its objects in order. PayOS signs no content of an object within the object, so that one is
     * refused, as are names that would read as two pairs.
     */
    static String text(Fields signed) {
        return new TreeMap<>(signed.all()).entrySet().stream()
                .map(pair -> name(pair.getKey()) + "=" + value(pair.getValue())).collect(Collectors.joining("&"));
    }

    static String hex(String key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(utf8(key), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(utf8(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String name(String name) {
        if (name.contains("=") || name.contains("&")) {
            throw new IllegalArgumentException("a name of two pairs");
        }
        return name;
    }

    private static String value(Object value) {
        if (value instanceof String text) {
            return text.equals("null") || text.equals("undefined") ? "" : text;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PayosSignature::element).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Fields) {
            throw new IllegalArgumentException("an object within an object");
        }
        return value == null ? "" : plain(value);
    }

    private static String element(Object element) {
        return element instanceof Fields fields ? json(new TreeMap<>(fields.all())) : json(element);
    }

    private static String json(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PayosSignature::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Fields fields ? json(fields.all()) : plain(value);
    }

    private static String json(Map<String, Object> object) {
        return object.entrySet().stream().map(pair -> quoted(pair.getKey()) + ":" + json(pair.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String plain(Object value) {
        return value instanceof Fields.Digits digits ? digits.text() : String.valueOf(value);
    }

    /** As JavaScript's JSON.stringify does, whose text the signature is over: no more escapes than it must. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    /** Refuses half a character: replaced by a question mark, it would have that one's signature. */
    private static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("no text", e);
        }
    }
}

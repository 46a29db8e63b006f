package io.weir.billing.domain.pricing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over canonical JSON, as 64 hexadecimal digits: equal for equal content, however it was stored. */
public record ContentHash(String value) {
    public static ContentHash of(Object content) {
        return ofCanonical(Canonical.json(content));
    }

    /** Of content that was stored as JSON. */
    public static ContentHash ofJson(String json) {
        return ofCanonical(Canonical.of(json));
    }

    private static ContentHash ofCanonical(String canonical) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return new ContentHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

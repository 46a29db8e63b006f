package io.weir.metering.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Under what an event is known: SHA-256 of its source and its sender's id, as 64 hexadecimal digits. */
public record EventKey(String hex) {
    /** The zero byte keeps {@code ab, c} from being {@code a, bc}. */
    public static EventKey of(String source, String id) {
        var digest = sha256();
        digest.update(source.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return new EventKey(HexFormat.of().formatHex(digest.digest(id.getBytes(StandardCharsets.UTF_8))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.weir.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 as Werkzeug writes it: {@code pbkdf2:sha256:600000$salt$hex}. The salt is its characters, not what they might
 * encode.
 */
final class WerkzeugHash {
    private static final Pattern FORM =
            Pattern.compile("pbkdf2:(sha1|sha256|sha512):([1-9]\\d{0,6})"
                    + "\\$([0-9A-Za-z./_-]{1,64})\\$((?:[0-9a-f]{2}){20,64})");
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "PBKDF2WithHmacSHA1", "sha256", "PBKDF2WithHmacSHA256", "sha512", "PBKDF2WithHmacSHA512");

    private final String algorithm;
    private final int iterations;
    private final byte[] salt;
    private final byte[] expected;

    private WerkzeugHash(String algorithm, int iterations, byte[] salt, byte[] expected) {
        this.algorithm = algorithm;
        this.iterations = iterations;
        this.salt = salt;
        this.expected = expected;
    }

    static Optional<WerkzeugHash> read(String stored) {
        var match = FORM.matcher(stored);
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.of(new WerkzeugHash(ALGORITHMS.get(match.group(1)), Integer.parseInt(match.group(2)),
                match.group(3).getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex(match.group(4))));
    }

    boolean matches(String password) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, expected.length * Byte.SIZE);
        try {
            var actual = SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
            return MessageDigest.isEqual(expected, actual);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}

package io.weir.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key: {@code weir_}, 26 random base-62 characters (154 bits), and the CRC-32 of those 26 as 6 base-62
 * characters. The prefix lets scanners of leaked secrets recognise it; the checksum turns typing errors away without a
 * look-up.
 */
public record KeySecret(String value) {
    private static final String SCHEME = "weir_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 26;
    private static final int CHECK_LENGTH = 6;
    private static final int PREFIX_LENGTH = 12;
    private static final Pattern FORM = Pattern.compile("weir_[0-9A-Za-z]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public KeySecret {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an API key");
        }
    }

    /** Whether it means to be an API key, right or wrong. */
    public static boolean isMeantBy(String credential) {
        return credential.startsWith(SCHEME);
    }

    public static Optional<KeySecret> read(String credential) {
        return isWellFormed(credential) ? Optional.of(new KeySecret(credential)) : Optional.empty();
    }

    public static KeySecret next() {
        var body = new StringBuilder(RANDOM_LENGTH);
        RANDOM.ints(RANDOM_LENGTH, 0, DIGITS.length()).forEach(i -> body.append(DIGITS.charAt(i)));
        return new KeySecret(SCHEME + body + check(body.toString()));
    }

    /** The first 12 characters, by which its owner tells it from others. */
    public String prefix() {
        return value.substring(0, PREFIX_LENGTH);
    }

    public String hash() {
        return Sha256.hex(value);
    }

    /** Never the secret: records end up in logs. */
    @Override
    public String toString() {
        return prefix() + "…";
    }

    private static boolean isWellFormed(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int end = SCHEME.length() + RANDOM_LENGTH;
        return MessageDigest.isEqual(ascii(check(text.substring(SCHEME.length(), end))), ascii(text.substring(end)));
    }

    private static String check(String body) {
        var crc = new CRC32();
        crc.update(ascii(body));
        long rest = crc.getValue();
        var digits = new char[CHECK_LENGTH];
        for (int i = CHECK_LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

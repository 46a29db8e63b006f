package io.weir.paymentgateways.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the sandbox signs its notices, after the usual fashion: {@code t=<unix seconds>,v1=<hex>}, where the hex is
 * HMAC-SHA256 over the time, a dot and the raw body. A message is taken for {@link #TOLERANCE} either side of its
 * time.
 */
final class SandboxSignature {
    static final String HEADER = "weir-sandbox-signature";
    static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private SandboxSignature() {
    }

    static String sign(byte[] key, Instant at, byte[] body) {
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac(key, at.getEpochSecond(), body));
    }

    static boolean matches(byte[] key, String header, Instant now, byte[] body) {
        var form = FORM.matcher(header);
        if (!form.matches()) {
            return false;
        }
        long at = Long.parseLong(form.group(1));
        var isFresh = Math.abs(now.getEpochSecond() - at) <= TOLERANCE.toSeconds();
        return MessageDigest.isEqual(mac(key, at, body), HexFormat.of().parseHex(form.group(2))) && isFresh;
    }

    private static byte[] mac(byte[] key, long at, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((at + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

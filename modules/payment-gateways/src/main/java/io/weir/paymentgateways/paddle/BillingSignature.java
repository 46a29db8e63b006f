package io.weir.paymentgateways.paddle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code Paddle-Signature: ts=<unix seconds>;h1=<hex>[;h1=<hex>…]}, each hex an HMAC-SHA256 over the time, a colon and
 * the raw body, under the endpoint's whole secret. While a secret is being replaced there are several; one that is
 * right is enough, and versions other than h1 are passed over. Only age counts against a message: clocks ahead of ours
 * are as good, as in Paddle's own libraries.
 */
final class BillingSignature {
    static final String HEADER = "paddle-signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM =
            Pattern.compile("ts=(\\d{1,12})((?:;[a-z][0-9a-z]{0,9}=[0-9A-Za-z]{1,128}){1,10})");
    private static final Pattern HASH = Pattern.compile(";h1=([0-9a-f]{64})(?=;|$)");

    private BillingSignature() {
    }

    static String sign(String secret, Instant at, byte[] body) {
        var seconds = Long.toString(at.getEpochSecond());
        return "ts=" + seconds + ";h1=" + HexFormat.of().formatHex(mac(secret, seconds, body));
    }

    static boolean matches(String secret, String header, Instant now, Duration tolerance, byte[] body) {
        var form = FORM.matcher(header);
        if (secret.isEmpty() || !form.matches()) {
            return false;
        }
        var expected = mac(secret, form.group(1), body);
        var isFresh = now.getEpochSecond() - Long.parseLong(form.group(1)) <= tolerance.toSeconds();
        return isAmong(expected, HASH.matcher(form.group(2))) && isFresh;
    }

    private static boolean isAmong(byte[] expected, Matcher hashes) {
        var found = false;
        while (hashes.find()) {
            found |= MessageDigest.isEqual(expected, HexFormat.of().parseHex(hashes.group(1)));
        }
        return found;
    }

    private static byte[] mac(String secret, String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ":").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

package io.weir.paymentgateways.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code t=<unix seconds>,v1=<hex>[,v1=…][,v0=…]}: v1 is HMAC-SHA256 over the time, a dot and the raw body. One v1 that
 * fits is enough, and schemes of other names count for nothing. Only age is held against a message, as Stripe's own
 * libraries do; each retry is signed anew. Source: docs.stripe.com/webhooks/signatures.
 */
record StripeSignature(String time, List<String> signatures) {
    static final String HEADER = "stripe-signature";
    static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TIME = Pattern.compile("[0-9]{1,12}");

    static String sign(String secret, Instant at, byte[] body) {
        var time = Long.toString(at.getEpochSecond());
        return "t=" + time + ",v1=" + mac(secret, time, body);
    }

    /** Empty for a header that is none, such as one of two times. */
    static Optional<StripeSignature> parse(String header) {
        var times = new ArrayList<String>();
        var signatures = new ArrayList<String>();
        for (var part : header.split(",")) {
            var item = part.strip();
            if (item.startsWith("t=")) {
                times.add(item.substring(2));
            } else if (item.startsWith("v1=")) {
                signatures.add(item.substring(3));
            }
        }
        return times.size() == 1 && TIME.matcher(times.get(0)).matches()
                ? Optional.of(new StripeSignature(times.get(0), List.copyOf(signatures))) : Optional.empty();
    }

    boolean isOf(List<String> secrets, byte[] body, Instant now) {
        var isFresh = now.getEpochSecond() - Long.parseLong(time) <= TOLERANCE.toSeconds();
        return isFresh && secrets.stream().map(secret -> mac(secret, time, body)).anyMatch(this::bears);
    }

    private boolean bears(String expected) {
        var wanted = expected.getBytes(StandardCharsets.US_ASCII);
        return signatures.stream().anyMatch(s -> MessageDigest.isEqual(wanted, s.getBytes(StandardCharsets.UTF_8)));
    }

    private static String mac(String secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

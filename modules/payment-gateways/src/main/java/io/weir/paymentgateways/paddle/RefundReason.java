package io.weir.paymentgateways.paddle;

import java.util.Optional;
import java.util.regex.Pattern;

/** A refund's reason as Paddle keeps it, with our key at its end: neither edition has keys against asking twice. */
final class RefundReason {
    private static final int LONGEST = 200;
    private static final Pattern KEY = Pattern.compile("\\[weir ([^\\[\\]]+)]$");

    private RefundReason() {
    }

    static String of(String reason, String key) {
        var words = reason.strip();
        return (words.substring(0, Math.min(LONGEST, words.length())) + " [weir " + key + "]").strip();
    }

    static boolean isUnder(String key, String reason) {
        return key(reason).filter(key::equals).isPresent();
    }

    static Optional<String> key(String reason) {
        var found = KEY.matcher(reason);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}

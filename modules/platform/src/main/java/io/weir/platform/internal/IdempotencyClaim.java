package io.weir.platform.internal;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Refusal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** A key as it is in the table: for which request it was claimed, when, and whether that request has been answered. */
record IdempotencyClaim(String fingerprint, Instant claimedAt, boolean finished) {
    static final Duration LIFETIME = Duration.ofHours(24);
    /**
     * Longer than a request takes, so whoever claimed it and has not answered is gone. Answers that stream through a
     * gateway route take minutes, and a repeat that took over before their end would be charged as well.
     */
    static final Duration ABANDONED_AFTER = Duration.ofMinutes(15);
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /** What a request that brings the key again is to do. */
    enum Verdict { REPLAY, TAKE_OVER }

    static void checkKey(String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw Refusal.invalid("IDEMPOTENCY_KEY_INVALID").asException();
        }
    }

    Verdict verdict(String wanted, Instant now) {
        if (!now.isBefore(claimedAt.plus(LIFETIME))) {
            return Verdict.TAKE_OVER;
        }
        if (!fingerprint.equals(wanted)) {
            throw Refusal.of(Kind.UNPROCESSABLE, "IDEMPOTENCY_KEY_REUSED").asException();
        }
        if (finished) {
            return Verdict.REPLAY;
        }
        if (now.isBefore(claimedAt.plus(ABANDONED_AFTER))) {
            throw inUse();
        }
        return Verdict.TAKE_OVER;
    }

    static RuntimeException inUse() {
        return Refusal.conflict("IDEMPOTENCY_KEY_IN_USE").asException();
    }
}

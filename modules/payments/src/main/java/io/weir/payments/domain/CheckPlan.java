package io.weir.payments.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an open payment is asked about at its gateway: soon at first, because most are paid within minutes, and ever
 * more seldom; at its expiry in any case.
 */
public final class CheckPlan {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private CheckPlan() {
    }

    /** @return null when there is nobody to ask and nothing to wait for */
    public static Instant first(boolean canAsk, Optional<Instant> expiresAt, Instant now) {
        return canAsk ? earlier(now.plus(FIRST), expiresAt, now) : expiresAt.orElse(null);
    }

    /**
     * After so many checks, one, two, four … minutes up to six hours; an expiry that lies ahead is not slept through.
     */
    public static Instant next(int checks, Optional<Instant> expiresAt, Instant now) {
        var pause = FIRST.multipliedBy(1L << Math.min(checks, 9));
        return earlier(now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause), expiresAt, now);
    }

    private static Instant earlier(Instant planned, Optional<Instant> expiresAt, Instant now) {
        return expiresAt.filter(end -> end.isAfter(now) && end.isBefore(planned)).orElse(planned);
    }
}

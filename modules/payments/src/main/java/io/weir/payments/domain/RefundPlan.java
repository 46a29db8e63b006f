package io.weir.payments.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a gateway that did not answer is asked again. Providers remember a key for a day, and would give money back a
 * second time after it: so nobody asks for longer than {@link #KNOWN_FOR}, and a person has to look.
 */
public final class RefundPlan {
    /** Longer than an answer may take: until then nobody else asks. */
    public static final Duration LEASE = Duration.ofMinutes(2);
    static final Duration KNOWN_FOR = Duration.ofHours(20);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private RefundPlan() {
    }

    /** @return empty when it is not asked again */
    public static Optional<Instant> next(int attempts, Instant askedAt, Instant now) {
        var pause = FIRST.multipliedBy(1L << Math.min(attempts, 6));
        var next = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        return next.isBefore(askedAt.plus(KNOWN_FOR)) ? Optional.of(next) : Optional.empty();
    }
}

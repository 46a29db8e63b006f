package io.weir.payments.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a gateway that did not answer is asked again, and when one that took a refund is asked how it stands. Providers
 * remember a key for a day, and would give money back a second time after it: so nobody asks for it longer than {@link
 * #KNOWN_FOR}, and a person has to look. To ask how one stands does no harm at any time.
 */
public final class RefundPlan {
    /** Longer than an answer may take: until then nobody else asks. */
    public static final Duration LEASE = Duration.ofMinutes(2);
    /** The same for a look, with those before it in the batch. */
    public static final Duration LOOK_LEASE = Duration.ofMinutes(5);
    static final Duration KNOWN_FOR = Duration.ofHours(20);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(15);
    private static final Duration LONGEST_LOOK = Duration.ofHours(6);

    private RefundPlan() {
    }

    /** @return empty when it is not asked again */
    public static Optional<Instant> next(int attempts, Instant askedAt, Instant now) {
        var pause = FIRST.multipliedBy(1L << Math.min(attempts, 6));
        var next = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        return next.isBefore(askedAt.plus(KNOWN_FOR)) ? Optional.of(next) : Optional.empty();
    }

    /** When it is asked how a pending one stands, after so many looks: 15, 30 minutes, an hour … up to six hours. */
    public static Instant look(int looks, Instant now) {
        var pause = FIRST_LOOK.multipliedBy(1L << Math.min(looks, 5));
        return now.plus(pause.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : pause);
    }
}

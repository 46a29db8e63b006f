package io.weir.platform.internal;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * When a failed delivery is tried again: after 1 s, 2 s, 4 s … at most 10 min, a little later by chance so that a
 * crowd spreads out.
 */
final class OutboxBackoff {
    /** About two hours of trying. */
    static final int MOST_ATTEMPTS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int JITTER_PERCENT = 20;

    private OutboxBackoff() {
    }

    /** @param random answers a number from 0 (inclusive) to its argument (exclusive) */
    static Duration after(int failures, LongUnaryOperator random) {
        long doubled = 1L << Math.min(failures - 1, 30);
        long millis = Math.min(Duration.ofSeconds(doubled).toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(millis + random.applyAsLong(millis * JITTER_PERCENT / 100 + 1));
    }

    static boolean isHopeless(int failures) {
        return failures >= MOST_ATTEMPTS;
    }
}

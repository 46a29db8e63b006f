package io.weir.notifications.internal;

import java.time.Duration;
import java.util.Optional;

/**
 * When a mail that failed is tried again: after half a minute, then twice as long each time; ten attempts span four
 * hours.
 */
final class Backoff {
    static final int MOST_ATTEMPTS = 10;
    private static final Duration FIRST = Duration.ofSeconds(30);

    private Backoff() {
    }

    /** Empty when the mail is to be given up. */
    static Optional<Duration> after(int attempts) {
        return attempts >= MOST_ATTEMPTS ? Optional.empty() : Optional.of(FIRST.multipliedBy(1L << (attempts - 1)));
    }
}

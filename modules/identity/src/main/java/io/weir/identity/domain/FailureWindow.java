package io.weir.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Failed sign-ins since {@code start}, which is the first failure that no earlier window covers. A window lasts a
 * minute.
 */
public record FailureWindow(Instant start, int failures) {
    public static final Duration LENGTH = Duration.ofMinutes(1);

    public static FailureWindow first(Instant now) {
        return new FailureWindow(now, 1);
    }

    public FailureWindow failedAgain(Instant now) {
        return isOver(now) ? first(now) : new FailureWindow(start, failures + 1);
    }

    /** How long nobody may try, when the limit is reached; rounded up to whole seconds. */
    public Optional<Duration> closedFor(Instant now, int limit) {
        if (isOver(now) || failures < limit) {
            return Optional.empty();
        }
        var left = Duration.between(now, start.plus(LENGTH));
        return Optional.of(Duration.ofSeconds(Math.max(1, left.plusMillis(999).toSeconds())));
    }

    private boolean isOver(Instant now) {
        return !now.isBefore(start.plus(LENGTH));
    }
}

package io.weir.metering.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far a tenant's hours are summed up. An hour is closed once its end was seen on the tenant's clock and the wall
 * clock has gone on for {@link #SETTLED}: what was decided in it is committed by then, or never will be. Both clocks
 * are needed, because a sandbox tenant's may jump.
 *
 * @param summedBefore hours before it are summed up, except those that are said not to be
 * @param closingBefore the tenant's hour when it was last looked at
 * @param notedAt when that was, by the wall clock
 */
public record Closing(Instant summedBefore, Instant closingBefore, Instant notedAt) {
    /** Far longer than any admission waits and any batch runs. */
    public static final Duration SETTLED = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Of a tenant that is looked at for the first time. In the hour before, calls may still be under way. */
    public static Closing first(Optional<Instant> firstUsed, Instant hour, Instant wall) {
        var from = firstUsed.filter(hour.minus(HOUR)::isAfter).orElse(hour.minus(HOUR));
        return new Closing(from, hour, wall);
    }

    /** What is known after another look at the clocks. */
    public Closing seen(Instant hour, Instant wall) {
        if (hour.isBefore(summedBefore)) {
            // The tenant's clock was set back: calls come into these hours again.
            return new Closing(hour, hour, wall);
        }
        boolean isDone = !summedBefore.isBefore(closingBefore);
        return isDone && hour.isAfter(closingBefore) ? new Closing(summedBefore, hour, wall) : this;
    }

    /**
     * The next hours to close: empty when there are none. Never beyond midnight (UTC), so that whoever closes the last
     * hour of a day knows it.
     */
    public Stretch next(Instant wall) {
        var midnight = summedBefore.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        boolean isSettled = !wall.isBefore(notedAt.plus(SETTLED));
        return isSettled ? new Stretch(summedBefore, closingBefore).before(midnight)
                : new Stretch(summedBefore, summedBefore);
    }

    /** With everything before that summed up, or said not to be. */
    public Closing closed(Instant until) {
        return new Closing(until, closingBefore, notedAt);
    }
}

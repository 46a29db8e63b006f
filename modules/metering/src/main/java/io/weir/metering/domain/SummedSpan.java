package io.weir.metering.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Takes a span apart, to the hour: what sums can be read of, and what only the hourly rollups know. Days are UTC's, so
 * that they are the same ones for every zone; what a span begins or ends with in the middle of one is read by hour.
 */
public final class SummedSpan {
    private static final Duration HOUR = Duration.ofHours(1);
    private final List<Stretch> days = new ArrayList<>();
    private final List<Stretch> besides = new ArrayList<>();
    private final List<Stretch> hours = new ArrayList<>();
    private final List<Stretch> open = new ArrayList<>();

    /**
     * @param span of whole hours
     * @param summedBefore a whole hour: everything before it is summed up
     * @param changed hours that are not, all the same
     */
    public SummedSpan(Stretch span, Instant summedBefore, NavigableSet<Instant> changed) {
        var midnight = span.from().truncatedTo(ChronoUnit.DAYS);
        for (; midnight.isBefore(span.until()); midnight = midnight.plus(1, ChronoUnit.DAYS)) {
            var day = new Stretch(midnight, midnight.plus(1, ChronoUnit.DAYS));
            var part = day.clippedTo(span);
            boolean isSummed = !part.until().isAfter(summedBefore)
                    && changed.subSet(part.from(), part.until()).isEmpty();
            if (isSummed && part.equals(day)) {
                append(days, day);
                append(hours, day);
            } else {
                takeApart(part, summedBefore, changed);
            }
        }
    }

    private void takeApart(Stretch part, Instant summedBefore, NavigableSet<Instant> changed) {
        for (var at = part.from(); at.isBefore(part.until()); at = at.plus(HOUR)) {
            var hour = new Stretch(at, at.plus(HOUR));
            if (at.isBefore(summedBefore) && !changed.contains(at)) {
                append(besides, hour);
                append(hours, hour);
            } else {
                append(open, hour);
            }
        }
    }

    /** A stretch that goes on is one. */
    private static void append(List<Stretch> stretches, Stretch next) {
        int last = stretches.size() - 1;
        boolean goesOn = last >= 0 && stretches.get(last).until().equals(next.from());
        stretches.add(goesOn ? new Stretch(stretches.remove(last).from(), next.until()) : next);
    }

    /** Whole days whose sums are right. */
    public List<Stretch> days() {
        return days;
    }

    /** Hours beside them whose sums are right. */
    public List<Stretch> besides() {
        return besides;
    }

    /** The hours of both. */
    public List<Stretch> hours() {
        return hours;
    }

    /** Hours that are not summed up, or not any more. */
    public List<Stretch> open() {
        return open;
    }
}

package io.weir.billing.domain.analytics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An amount over days that follow each other, evenly to the minor unit: what does not divide goes to the first of
 * them, a unit each, so that the days add up to it. {@code billed}: the day of issue.
 */
record Spread(LocalDate billed, LocalDate first, int days, long amount) {
    Spread {
        if (days < 1) {
            throw new IllegalArgumentException(days + " days");
        }
    }

    /** Minor units of the day. */
    long on(LocalDate day) {
        return through(day) - through(day.minusDays(1));
    }

    /** Minor units of that day and all before. */
    long through(LocalDate day) {
        long passed = Math.min(days, Math.max(0, ChronoUnit.DAYS.between(first, day) + 1));
        long over = amount % days;
        return amount / days * passed + Long.signum(over) * Math.min(passed, Math.abs(over));
    }

    LocalDate last() {
        return first.plusDays(days - 1L);
    }
}

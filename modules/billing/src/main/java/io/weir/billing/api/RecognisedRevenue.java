package io.weir.billing.api;

import io.weir.kernel.api.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What was billed on each day, and what was earned on it. {@code before} and {@code after}: how it stood as the first
 * day began, and as the last one ended.
 */
public record RecognisedRevenue(Balance before, List<Day> days, Balance after) {
    public RecognisedRevenue {
        days = List.copyOf(days);
    }

    /** Credit notes are below zero. */
    public record Day(LocalDate day, Money billed, Money recognised) {
    }

    /**
     * {@code deferred}: billed, but not earned yet. {@code unbilled}: earned, but not billed yet. Their difference is
     * all that was billed less all that was earned.
     */
    public record Balance(Money deferred, Money unbilled) {
    }
}

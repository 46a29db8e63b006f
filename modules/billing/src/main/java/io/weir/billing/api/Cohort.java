package io.weir.billing.api;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The accounts whose first invoice for a plan was paid in a month. {@code kept}: how many of them were worth something
 * at the end of that month and of each later one, and what; the running month's end is now.
 */
public record Cohort(YearMonth month, long accounts, List<Kept> kept) {
    public Cohort {
        kept = List.copyOf(kept);
    }

    /** {@code recurring}: what they were worth a month. */
    public record Kept(long accounts, Money recurring) {
    }

    /** Percent of all of them. */
    public Optional<BigDecimal> accountRetention(int after) {
        return RecurringMonth.percent(kept.get(after).accounts(), accounts);
    }

    /** Percent of what they were worth at the end of their first month. */
    public Optional<BigDecimal> revenueRetention(int after) {
        return RecurringMonth.percent(kept.get(after).recurring().minor(), kept.get(0).recurring().minor());
    }
}

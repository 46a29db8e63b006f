package io.weir.billing.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Monthly recurring revenue at a month's start and at its end, and what came between: {@code start} + {@code newly} +
 * {@code expansion} + {@code contraction} + {@code churn} + {@code reactivation} = {@code end}, to the minor unit.
 * {@code yearly}: what recurs in a year, at the end.
 */
public record RecurringMonth(YearMonth month, Period span, Part start, Part newly, Part expansion, Part contraction,
        Part churn, Part reactivation, Part end, Money yearly) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** So many accounts; below zero where it is less. */
    public record Part(long accounts, Money amount) {
    }

    /** Percent of the accounts at the start that left. */
    public Optional<BigDecimal> accountChurn() {
        return percent(churn.accounts(), start.accounts());
    }

    /** Percent of the start that was lost to accounts that left or pay less. */
    public Optional<BigDecimal> revenueChurn() {
        return percent(-churn.amount().plus(contraction.amount()).minor(), start.amount().minor());
    }

    /** Percent of the start that the same accounts are worth at the end. */
    public Optional<BigDecimal> netRetention() {
        return percent(start.amount().plus(expansion.amount()).plus(contraction.amount()).plus(churn.amount()).minor(),
                start.amount().minor());
    }

    /** With one decimal, half up; of nothing there is none. */
    static Optional<BigDecimal> percent(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(part).multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }
}

package io.weir.payments.api;

import java.util.Objects;

/**
 * What is bought for one period after another. {@code product}: the plan's slug. A period is {@code count} of {@code
 * unit}: one month, 30 days.
 */
public record Recurring(String product, Unit unit, int count) {
    /** What periods are counted in. */
    public enum Unit { DAY, MONTH, YEAR }

    public Recurring {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(unit, "unit");
        if (count < 1) {
            throw new IllegalArgumentException("a period of " + count);
        }
    }
}

package io.weir.billing.domain;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** What one credit costs, in major units of the currency and as fine as the tenant says: 0.10, 0.0125. */
public record UnitPrice(BigDecimal major, Currency currency) {
    public UnitPrice {
        if (major.signum() <= 0) {
            throw new IllegalArgumentException("a unit price of " + major);
        }
    }

    /** Rounded once, half up to the minor unit: the only place where a price of credits is rounded. */
    public Money of(long credits) {
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        return Money.ofMajor(major.multiply(BigDecimal.valueOf(credits)).setScale(decimals, RoundingMode.HALF_UP),
                currency);
    }
}

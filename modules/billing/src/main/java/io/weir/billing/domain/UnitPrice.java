package io.weir.billing.domain;

import io.weir.billing.domain.pricing.Rounding;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** What one credit costs, in major units of the currency and as fine as the tenant says: 0.10, 0.0125. */
public record UnitPrice(BigDecimal major, Currency currency) {
    public UnitPrice {
        if (major.signum() <= 0) {
            throw new IllegalArgumentException("a unit price of " + major);
        }
    }

    public Money of(long credits) {
        return Rounding.of(major.multiply(BigDecimal.valueOf(credits)), currency);
    }
}

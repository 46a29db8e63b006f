package io.weir.billing.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which tax is on what. {@code inclusive}: prices contain it, else it is added. {@code reverseCharge}: a buyer with a
 * VAT id in another country of the rates owes it. A country without a rate has none.
 */
public record TaxTerms(boolean inclusive, boolean reverseCharge, List<TaxRate> rates) {
    public TaxTerms {
        rates = List.copyOf(rates);
    }

    /** {@code country}: ISO 3166-1 alpha-2. {@code rate}: percent, with up to 3 decimals. {@code name}: USt, VAT. */
    public record TaxRate(String country, BigDecimal rate, String name) {
    }
}

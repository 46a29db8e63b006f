package io.weir.billing.domain.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How a tenant taxes. {@code inclusive}: its prices contain the tax. {@code reverseCharge}: a company in another
 * country of the European Union owes the tax itself.
 */
public record TaxTerms(boolean inclusive, boolean reverseCharge, List<Rate> rates) {
    /** No tax on anything. */
    public static final TaxTerms NONE = new TaxTerms(false, false, List.of());

    public TaxTerms {
        rates = List.copyOf(rates);
    }

    Optional<Rate> in(String country) {
        return rates.stream().filter(rate -> rate.country().equals(country)).findFirst();
    }

    /** {@code country}: ISO 3166 alpha-2. {@code rate}: percent. {@code name}: as printed: VAT, USt. */
    public record Rate(String country, BigDecimal rate, String name) {
        public Rate {
            country = Countries.iso(country);
            rate = Rounding.plain(rate);
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("a tax of " + rate + " %");
            }
        }
    }
}

package io.weir.billing.domain.pricing;

import io.weir.billing.domain.pricing.TaxDecision.Why;
import java.math.BigDecimal;
import java.util.Optional;

/** Which tax a sale bears. */
public final class Tax {
    private Tax() {
    }

    /**
     * The rate of the buyer's country, or of the seller's when the buyer's is not known; none in a country that has no
     * rate. A company with a VAT id of another country of the Union owes it itself, where the tenant sells so. The
     * price that contains tax stays what it is, whichever tax that is.
     */
    public static TaxDecision decide(TaxTerms terms, String sellerCountry, Buyer buyer) {
        if (terms.rates().isEmpty()) {
            return TaxDecision.untaxed(terms.inclusive());
        }
        String seller = Countries.iso(sellerCountry);
        String country = buyer.country().orElse(seller);
        if (terms.reverseCharge() && owesItself(seller, country, buyer)) {
            return new TaxDecision(BigDecimal.ZERO, terms.in(country).map(TaxTerms.Rate::name).orElse(""),
                    terms.inclusive(), Why.REVERSE_CHARGE);
        }
        return terms.in(country).map(rate -> new TaxDecision(rate.rate(), rate.name(), terms.inclusive(), Why.RATE))
                .orElseGet(() -> new TaxDecision(BigDecimal.ZERO, "", terms.inclusive(), Why.OUTSIDE));
    }

    private static boolean owesItself(String seller, String country, Buyer buyer) {
        return !country.equals(seller) && Countries.inUnion(seller) && Countries.inUnion(country)
                && buyer.vatId().flatMap(VatId::of).filter(id -> id.country().equals(country)).isPresent();
    }

    /** As the account says. Blank is absent. */
    public record Buyer(Optional<String> country, Optional<String> vatId) {
        public static final Buyer UNKNOWN = new Buyer(Optional.empty(), Optional.empty());

        public Buyer {
            country = country.filter(code -> !code.isBlank()).map(Countries::iso);
            vatId = vatId.filter(id -> !id.isBlank());
        }
    }
}

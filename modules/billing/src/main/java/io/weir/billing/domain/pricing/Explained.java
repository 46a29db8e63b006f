package io.weir.billing.domain.pricing;

import io.weir.billing.domain.pricing.How.Discount;
import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.How.Unused;
import io.weir.billing.domain.pricing.How.Usage;
import io.weir.billing.domain.pricing.Rating.Step;
import io.weir.billing.domain.pricing.TaxDecision.Taxed;
import io.weir.kernel.api.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a line costs what it does. {@code formula} gives {@code amounts.amount()}, {@code taxFormula} the tax of it,
 * absent when there is none. {@code price}: what was sold, in which version of its price.
 */
public record Explained(Formula formula, Optional<Formula> taxFormula, Taxed amounts, TaxDecision tax,
                        Optional<Offer> price, Optional<Used> usage, Optional<Left> left, Optional<String> coupon) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Explained of(Basis basis) {
        var how = basis.how();
        var amounts = Recompute.amount(basis);
        return new Explained(how.formula(), tax(basis.tax(), amounts), amounts, basis.tax(), how.sold(),
                how instanceof Usage usage ? Optional.of(Used.of(usage)) : Optional.empty(),
                how instanceof Unused unused ? Optional.of(Left.of(unused)) : Optional.empty(),
                how instanceof Discount discount ? Optional.of(discount.coupon()) : Optional.empty());
    }

    private static Optional<Formula> tax(TaxDecision tax, Taxed amounts) {
        if (tax.rate().signum() == 0) {
            return Optional.empty();
        }
        var of = tax.inclusive() ? HUNDRED.add(tax.rate()) : HUNDRED;
        return Optional.of(Formula.of(amounts.amount().major()).times(tax.rate()).over(of)
                .exactly(Rounding.isWhole(amounts.amount(), tax.rate(), of)));
    }

    /** In smallest units of the meter; {@code steps} in whole ones. {@code billed}: used beyond the included. */
    public record Used(String meter, int decimals, long used, long included, long billed, List<Step> steps,
                       Period period) {
        static Used of(Usage usage) {
            var units = usage.units();
            return new Used(usage.meter(), units.decimals(), units.used(), units.included(), units.billed(),
                    usage.rated().steps(), Period.between(usage.from(), usage.until()));
        }
    }

    /** The paid period, and when it was left. */
    public record Left(Period period, Instant at) {
        static Left of(Unused unused) {
            return new Left(Period.between(unused.from(), unused.until()), unused.at());
        }
    }
}

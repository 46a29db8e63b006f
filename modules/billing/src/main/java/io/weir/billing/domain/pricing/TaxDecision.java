package io.weir.billing.domain.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How one line is taxed. {@code rate}: percent. {@code name}: as printed, blank when there is no tax to name.
 * {@code inclusive}: the amount it is put on contains it already.
 */
public record TaxDecision(BigDecimal rate, String name, boolean inclusive, Why why) {
    /** The key of the sentence that an invoice without tax for this reason has to carry. */
    public static final String REVERSE_CHARGE_SENTENCE = "invoice.tax.reverse-charge";

    public TaxDecision {
        rate = Rounding.plain(rate);
    }

    /**
     * RATE: the country's, which may be zero. REVERSE_CHARGE: the buyer owes it. OUTSIDE: a country without a rate.
     * UNTAXED: the tenant taxes nothing.
     */
    public enum Why {
        @JsonProperty("rate") RATE,
        @JsonProperty("reverseCharge") REVERSE_CHARGE,
        @JsonProperty("outside") OUTSIDE,
        @JsonProperty("untaxed") UNTAXED
    }

    public static TaxDecision untaxed(boolean inclusive) {
        return new TaxDecision(BigDecimal.ZERO, "", inclusive, Why.UNTAXED);
    }

    public boolean reverseCharge() {
        return why == Why.REVERSE_CHARGE;
    }

    public Optional<String> sentence() {
        return reverseCharge() ? Optional.of(REVERSE_CHARGE_SENTENCE) : Optional.empty();
    }

    /** The same tax on amounts that contain it, or don't: for lines that correct what was priced the other way. */
    public TaxDecision priced(boolean withTax) {
        return new TaxDecision(rate, name, withTax, why);
    }

    /** Rounded here, once for a line: sums over lines are sums of what this answers. */
    public Taxed on(Money amount) {
        if (inclusive) {
            var net = Rounding.withoutTax(amount, rate);
            return new Taxed(amount, net, amount.minus(net), amount);
        }
        var tax = Rounding.percent(amount, rate);
        return new Taxed(amount, amount, tax, amount.plus(tax));
    }

    /** {@code amount}: as priced, the gross one when prices contain tax, else the net one. */
    public record Taxed(Money amount, Money net, Money tax, Money gross) {
    }
}

package io.weir.billing.domain.pricing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.weir.billing.domain.pricing.Coupon.Worth;
import io.weir.billing.domain.pricing.Rating.Rated;
import io.weir.billing.domain.pricing.Rating.Step;
import io.weir.billing.domain.pricing.Rating.Units;
import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.Pricing.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How an amount comes about: every input of it, and the computation. Kept with a line, it gives the same amount for
 * ever. A rule that changes is a new kind with a new name, so that what was kept under the old one stays what it was.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = How.Flat.class, name = "flat"),
    @JsonSubTypes.Type(value = How.Usage.class, name = "usage"),
    @JsonSubTypes.Type(value = How.Minimum.class, name = "minimum"),
    @JsonSubTypes.Type(value = How.Unused.class, name = "unused"),
    @JsonSubTypes.Type(value = How.Discount.class, name = "discount"),
    @JsonSubTypes.Type(value = How.Corrected.class, name = "corrected")})
public sealed interface How {
    /** As priced: with the tax in it when prices contain tax. Below zero for what lowers a bill. */
    Money amount();

    Formula formula();

    /** What was sold, in the version that the price is of. */
    default Optional<Offer> sold() {
        return Optional.empty();
    }

    /** What stands in an invoice's columns; their product is the amount before it is rounded. */
    default Count count() {
        return new Count(BigDecimal.ONE, Rounding.plain(amount().major()));
    }

    /** {@code slug}: a plan's, or whatever names another thing that is sold. {@code version}: of its content. */
    record Offer(String slug, int version) {
    }

    /** {@code unitPrice} in major units. */
    record Count(BigDecimal quantity, BigDecimal unitPrice) {
    }

    /** So many at a price. {@code unitPrice} in major units, as fine as it is. */
    record Flat(Offer offer, BigDecimal quantity, BigDecimal unitPrice, Currency currency) implements How {
        public Flat {
            quantity = Rounding.plain(quantity);
            unitPrice = Rounding.plain(unitPrice);
        }

        public static Flat one(Offer offer, Money price) {
            return new Flat(offer, BigDecimal.ONE, price.major(), price.currency());
        }

        @Override
        public Money amount() {
            return Rounding.of(quantity.multiply(unitPrice), currency);
        }

        @Override
        public Formula formula() {
            return Formula.of(quantity).times(unitPrice)
                    .exactly(quantity.multiply(unitPrice).compareTo(amount().major()) == 0);
        }

        @Override
        public Optional<Offer> sold() {
            return Optional.of(offer);
        }

        @Override
        public Count count() {
            return new Count(quantity, unitPrice);
        }
    }

    /** What was used of a meter in {@code [from, until)}. */
    record Usage(Offer offer, String meter, Model model, Units units, Instant from, Instant until,
                 Currency currency) implements How {
        public Usage {
            from = from.truncatedTo(ChronoUnit.MILLIS);
            until = until.truncatedTo(ChronoUnit.MILLIS);
        }

        public Rated rated() {
            return Rating.of(model, units, currency);
        }

        @Override
        public Money amount() {
            return rated().amount();
        }

        @Override
        public Formula formula() {
            return Formula.of(rated());
        }

        @Override
        public Optional<Offer> sold() {
            return Optional.of(offer);
        }

        /** One at the sum of its steps where they have no price in common. */
        @Override
        public Count count() {
            var rated = rated();
            if (rated.steps().size() == 1 && rated.steps().get(0).flat().signum() == 0) {
                Step only = rated.steps().get(0);
                return new Count(only.quantity(), only.unitPrice());
            }
            return new Count(rated.steps().isEmpty() ? BigDecimal.ZERO : BigDecimal.ONE, rated.exact());
        }
    }

    /** What a period costs at least, less what was asked for it. {@code counted}: the plan's price and its usage. */
    record Minimum(Offer offer, Money minimum, List<Money> counted) implements How {
        public Minimum {
            counted = List.copyOf(counted);
        }

        @Override
        public Money amount() {
            var missing = counted.stream().reduce(minimum, Money::minus);
            return missing.isNegative() ? Money.zero(minimum.currency()) : missing;
        }

        @Override
        public Formula formula() {
            var formula = Formula.of(minimum.major());
            for (var each : counted) {
                formula = formula.minus(each.major());
            }
            return amount().isZero() ? Formula.of(BigDecimal.ZERO) : formula;
        }

        @Override
        public Optional<Offer> sold() {
            return Optional.of(offer);
        }
    }

    /**
     * What is left at an instant of what was paid for {@code [from, until)}, given back. {@code paid}: after coupons.
     * {@code credited}: what was given back of this period before.
     */
    record Unused(Offer offer, Money paid, Money credited, Instant from, Instant until, Instant at) implements How {
        public Unused {
            from = from.truncatedTo(ChronoUnit.MILLIS);
            until = until.truncatedTo(ChronoUnit.MILLIS);
            at = at.truncatedTo(ChronoUnit.MILLIS);
            if (!from.isBefore(until) || paid.isNegative() || credited.isNegative()) {
                throw new IllegalArgumentException(paid + " paid, " + credited + " of it back, " + from + "/" + until);
            }
        }

        @Override
        public Money amount() {
            return Proration.unused(this).times(-1);
        }

        @Override
        public Formula formula() {
            return Proration.formula(this);
        }

        @Override
        public Optional<Offer> sold() {
            return Optional.of(offer);
        }
    }

    /**
     * The part of a coupon that comes off {@code lines}, which are taxed alike. {@code all}: the amounts of every line
     * that it covers. {@code most}: what it can take off in all.
     */
    record Discount(String coupon, Worth worth, List<Covered> all, List<Integer> lines, Money most) implements How {
        public Discount {
            all = List.copyOf(all);
            lines = List.copyOf(lines);
        }

        @Override
        public Money amount() {
            return Discounts.of(this).times(-1);
        }

        @Override
        public Formula formula() {
            return Discounts.formula(this);
        }
    }

    /** A line's number on its invoice, and its amount. */
    record Covered(int line, Money amount) {
    }

    /** Given back of a line of an earlier invoice: {@code part}, as that was priced. */
    record Corrected(String invoice, int line, Money part) implements How {
        @Override
        public Money amount() {
            return part.times(-1);
        }

        @Override
        public Formula formula() {
            return Formula.of(amount().major());
        }
    }
}

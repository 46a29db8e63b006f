package io.weir.subscriptions.api;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a plan's usage costs beside its price, billed when a period is over. {@code minimum}: the least that a period
 * costs, the plan's price included.
 */
public record Pricing(List<UsageCharge> charges, Optional<Money> minimum) {
    /** Usage costs nothing, and nothing is owed at least. */
    public static final Pricing NONE = new Pricing(List.of(), Optional.empty());

    public Pricing {
        charges = List.copyOf(charges);
    }

    public boolean isNone() {
        return charges.isEmpty() && minimum.isEmpty();
    }

    /**
     * The price of one meter's usage. {@code included}: smallest units that cost nothing; absent for the plan's quota
     * of this meter. What is charged is the usage beyond them.
     */
    public record UsageCharge(String meter, OptionalLong included, Model model) {
    }

    /** How a quantity becomes an amount. Prices in major units, for a whole unit of the meter, as fine as they are. */
    public sealed interface Model {
    }

    /** Each unit costs the same. */
    public record PerUnit(BigDecimal unitPrice) implements Model {
    }

    /** Each unit costs what the tier says that it falls into. */
    public record Graduated(List<Tier> tiers) implements Model {
        public Graduated {
            tiers = List.copyOf(tiers);
        }
    }

    /** All units cost what the tier says that the whole quantity falls into. */
    public record Volume(List<Tier> tiers) implements Model {
        public Volume {
            tiers = List.copyOf(tiers);
        }
    }

    /** So many smallest units at once for a price; a begun package is a whole one. */
    public record Packages(long size, BigDecimal price) implements Model {
    }

    /**
     * Up to and with {@code upTo} smallest units, or without end in the last one. {@code flat}: once, when it is
     * reached; zero for none.
     */
    public record Tier(OptionalLong upTo, BigDecimal unitPrice, BigDecimal flat) {
    }
}

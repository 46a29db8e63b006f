package io.weir.billing.domain.pricing;

import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.Pricing.Graduated;
import io.weir.subscriptions.api.Pricing.Model;
import io.weir.subscriptions.api.Pricing.Packages;
import io.weir.subscriptions.api.Pricing.PerUnit;
import io.weir.subscriptions.api.Pricing.Tier;
import io.weir.subscriptions.api.Pricing.Volume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What used units cost. The units included come off first, and tiers and packages count from the first unit beyond
 * them. Nothing used beyond them costs nothing, flat prices too: a tier is reached by its first unit.
 */
public final class Rating {
    private Rating() {
    }

    /** @throws IllegalArgumentException when the tiers do not rise, or end before the quantity does */
    public static Rated of(Model model, Units units, Currency currency) {
        var steps = units.billed() == 0 ? List.<Step>of() : steps(model, units);
        var exact = steps.stream().map(Step::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Rated(units.billed(), steps, Rounding.plain(exact), Rounding.of(exact, currency));
    }

    private static List<Step> steps(Model model, Units units) {
        if (model instanceof PerUnit each) {
            return List.of(Step.of(units.whole(units.billed()), each.unitPrice(), BigDecimal.ZERO));
        }
        if (model instanceof Graduated graduated) {
            return graduated(graduated.tiers(), units);
        }
        if (model instanceof Volume volume) {
            return List.of(volume(volume.tiers(), units));
        }
        var packages = (Packages) model;
        return List.of(Step.of(begun(units.billed(), packages.size()), packages.price(), BigDecimal.ZERO));
    }

    private static List<Step> graduated(List<Tier> tiers, Units units) {
        var steps = new ArrayList<Step>();
        long below = 0;
        for (var tier : rising(tiers)) {
            if (units.billed() <= below) {
                return steps;
            }
            long top = Math.min(units.billed(), tier.upTo().orElse(Long.MAX_VALUE));
            steps.add(Step.of(units.whole(top - below), tier.unitPrice(), tier.flat()));
            below = top;
        }
        if (below < units.billed()) {
            throw noTier(units.billed());
        }
        return steps;
    }

    private static Step volume(List<Tier> tiers, Units units) {
        return rising(tiers).stream().filter(tier -> units.billed() <= tier.upTo().orElse(Long.MAX_VALUE)).findFirst()
                .map(tier -> Step.of(units.whole(units.billed()), tier.unitPrice(), tier.flat()))
                .orElseThrow(() -> noTier(units.billed()));
    }

    private static BigDecimal begun(long billed, long size) {
        if (size < 1) {
            throw new IllegalArgumentException("a package of " + size);
        }
        return BigDecimal.valueOf((billed - 1) / size + 1);
    }

    private static List<Tier> rising(List<Tier> tiers) {
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i - 1).upTo().orElse(Long.MAX_VALUE) >= tiers.get(i).upTo().orElse(Long.MAX_VALUE)
                    && !(tiers.get(i).upTo().isEmpty() && tiers.get(i - 1).upTo().isPresent())) {
                throw new IllegalArgumentException("tiers that do not rise: " + tiers);
            }
        }
        return tiers;
    }

    private static IllegalArgumentException noTier(long units) {
        return new IllegalArgumentException("no tier for " + units + " units");
    }

    /**
     * {@code used} and {@code included} in smallest units of a meter, of which a whole unit has ten to the power of
     * {@code decimals}.
     */
    public record Units(long used, long included, int decimals) {
        public Units {
            if (used < 0 || included < 0 || decimals < 0) {
                throw new IllegalArgumentException(used + " used, " + included + " included, " + decimals);
            }
        }

        public long billed() {
            return Math.max(0, used - included);
        }

        BigDecimal whole(long smallest) {
            return Rounding.plain(BigDecimal.valueOf(smallest, decimals));
        }
    }

    /**
     * {@code billed} in smallest units; {@code exact} in major units, before {@code amount} is rounded from it.
     */
    public record Rated(long billed, List<Step> steps, BigDecimal exact, Money amount) {
        public Rated {
            steps = List.copyOf(steps);
        }
    }

    /** {@code quantity}: whole units, or packages. {@code exact} = quantity × unit price + flat, in major units. */
    public record Step(BigDecimal quantity, BigDecimal unitPrice, BigDecimal flat, BigDecimal exact) {
        static Step of(BigDecimal quantity, BigDecimal unitPrice, BigDecimal flat) {
            return new Step(Rounding.plain(quantity), Rounding.plain(unitPrice), Rounding.plain(flat),
                    Rounding.plain(quantity.multiply(unitPrice).add(flat)));
        }
    }
}

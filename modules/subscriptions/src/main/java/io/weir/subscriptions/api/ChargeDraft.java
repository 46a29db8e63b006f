package io.weir.subscriptions.api;

import io.weir.subscriptions.api.Pricing.UsageCharge;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

/**
 * A charge on usage as people write it, in one flat shape. {@code model}: perUnit (with unitPrice), graduated or volume
 * (with tiers), package (with size and price). Quantities in smallest units, prices in major units; {@code included}
 * absent: the plan's quota of the meter.
 */
public record ChargeDraft(String meter, String model, Long included, BigDecimal unitPrice, List<TierDraft> tiers,
                          Long size, BigDecimal price) {
    public static final String PER_UNIT = "perUnit";
    public static final String GRADUATED = "graduated";
    public static final String VOLUME = "volume";
    public static final String PACKAGE = "package";

    public ChargeDraft {
        tiers = tiers == null ? null : List.copyOf(tiers);
        unitPrice = tidy(unitPrice);
        price = tidy(price);
    }

    /** The last one has no {@code upTo}. */
    public record TierDraft(Long upTo, BigDecimal unitPrice, BigDecimal flat) {
        public TierDraft {
            unitPrice = tidy(unitPrice);
            flat = flat != null && flat.signum() == 0 ? null : tidy(flat);
        }
    }

    public static ChargeDraft of(UsageCharge charge) {
        Long included = charge.included().isPresent() ? charge.included().getAsLong() : null;
        var model = charge.model();
        if (model instanceof Pricing.PerUnit each) {
            return new ChargeDraft(charge.meter(), PER_UNIT, included, each.unitPrice(), null, null, null);
        }
        if (model instanceof Pricing.Graduated steps) {
            return new ChargeDraft(charge.meter(), GRADUATED, included, null, drafts(steps.tiers()), null, null);
        }
        if (model instanceof Pricing.Volume all) {
            return new ChargeDraft(charge.meter(), VOLUME, included, null, drafts(all.tiers()), null, null);
        }
        var packages = (Pricing.Packages) model;
        return new ChargeDraft(charge.meter(), PACKAGE, included, null, null, packages.size(), packages.price());
    }

    /** @throws IllegalArgumentException for a model that there is not */
    public UsageCharge toCharge() {
        var model = switch (model()) {
            case PER_UNIT -> new Pricing.PerUnit(unitPrice);
            case GRADUATED -> new Pricing.Graduated(tiersOf(tiers));
            case VOLUME -> new Pricing.Volume(tiersOf(tiers));
            case PACKAGE -> new Pricing.Packages(size, price);
            default -> throw new IllegalArgumentException("model " + model());
        };
        return new UsageCharge(meter, optional(included), model);
    }

    private static List<TierDraft> drafts(List<Pricing.Tier> tiers) {
        return tiers.stream().map(tier -> new TierDraft(tier.upTo().isPresent() ? tier.upTo().getAsLong() : null,
                tier.unitPrice(), tier.flat())).toList();
    }

    private static List<Pricing.Tier> tiersOf(List<TierDraft> tiers) {
        return tiers.stream().map(tier -> new Pricing.Tier(optional(tier.upTo()), tier.unitPrice(),
                tier.flat() == null ? BigDecimal.ZERO : tier.flat())).toList();
    }

    private static OptionalLong optional(Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Equal amounts are equal drafts, however many noughts were typed; never in the form 1E+3. */
    private static BigDecimal tidy(BigDecimal amount) {
        if (amount == null || Math.abs(amount.scale()) > 100) {
            return amount;
        }
        var plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}

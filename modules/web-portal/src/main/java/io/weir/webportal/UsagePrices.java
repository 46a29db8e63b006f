package io.weir.webportal;

import io.weir.metering.api.Meter;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Pricing.Graduated;
import io.weir.subscriptions.api.Pricing.Model;
import io.weir.subscriptions.api.Pricing.Packages;
import io.weir.subscriptions.api.Pricing.PerUnit;
import io.weir.subscriptions.api.Pricing.Tier;
import io.weir.subscriptions.api.Pricing.UsageCharge;
import io.weir.subscriptions.api.Pricing.Volume;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What usage costs beside a plan's price, as people read it: tier by tier, and small prices for many units. */
@RequestScoped
public class UsagePrices {
    /** Below this many major units a price is said for more units at once. */
    private static final BigDecimal SMALL = new BigDecimal("0.01");
    private static final BigDecimal STEP = BigDecimal.valueOf(1000);
    private static final int MOST_STEPS = 3;

    @Inject
    private Format format;
    @Inject
    private MeterNames meters;

    /** What one meter's usage includes and costs, line by line; none where it costs nothing. */
    List<String> of(Plan plan, String meter) {
        var lines = new ArrayList<String>();
        charge(plan, meter).map(charge -> included(plan, charge)).filter(included -> included > 0)
                .ifPresent(included -> lines.add(format.text("usageIncluded", whole(included, meters.of(meter)))));
        lines.addAll(beyond(plan, meter));
        return lines;
    }

    /** The same without what is included. */
    List<String> beyond(Plan plan, String meter) {
        return charge(plan, meter).map(charge -> prices(charge.model(), new Sold(meters.of(meter),
                plan.price().currency(), included(plan, charge)))).orElse(List.of());
    }

    private static Optional<UsageCharge> charge(Plan plan, String meter) {
        return plan.pricing().charges().stream().filter(charge -> charge.meter().equals(meter)).findFirst();
    }

    private static long included(Plan plan, UsageCharge charge) {
        return charge.included().orElse(plan.quotas().getOrDefault(charge.meter(), 0L));
    }

    /** {@code included}: smallest units from which on it is counted. */
    private record Sold(Meter meter, Currency currency, long included) {
    }

    private List<String> prices(Model model, Sold sold) {
        if (model instanceof PerUnit per) {
            return List.of(format.text(sold.included() > 0 ? "usageThen" : "usageEach", each(per.unitPrice(), sold)));
        } else if (model instanceof Packages packages) {
            return List.of(format.text("usagePackage", format.price(packages.price(), sold.currency()),
                    whole(packages.size(), sold.meter())));
        } else if (model instanceof Graduated graduated) {
            return tiers(graduated.tiers(), sold, "usageTier");
        }
        return tiers(((Volume) model).tiers(), sold, "usageVolume");
    }

    private List<String> tiers(List<Tier> tiers, Sold sold, String key) {
        var lines = new ArrayList<String>();
        Optional<Long> before = Optional.empty();
        for (var tier : tiers) {
            var price = each(tier.unitPrice(), sold) + (tier.flat().signum() == 0 ? ""
                    : " " + format.text("usageFlat", format.price(tier.flat(), sold.currency())));
            lines.add(range(tier, before, sold.meter(), key) + ": " + price);
            before = tier.upTo().isPresent() ? Optional.of(tier.upTo().getAsLong()) : Optional.empty();
        }
        return lines;
    }

    private String range(Tier tier, Optional<Long> before, Meter meter, String key) {
        if (tier.upTo().isEmpty()) {
            return before.map(from -> format.text(key + "Beyond", whole(from, meter)))
                    .orElseGet(() -> format.text("usageAll"));
        }
        var upTo = whole(tier.upTo().getAsLong(), meter);
        return before.map(from -> format.text(key + "Between", format.quantity(from, meter.decimals()), upTo))
                .orElseGet(() -> format.text(key + "First", upTo));
    }

    /** $2 per 1,000,000 tokens rather than $0.000002 per token. */
    private String each(BigDecimal price, Sold sold) {
        var shown = price;
        var units = BigDecimal.ONE;
        for (int i = 0; i < MOST_STEPS && shown.signum() > 0 && shown.compareTo(SMALL) < 0; i++) {
            shown = shown.multiply(STEP);
            units = units.multiply(STEP);
        }
        return format.text("usagePer", format.price(shown, sold.currency()), units.equals(BigDecimal.ONE)
                ? sold.meter().unit() : format.decimal(units) + " " + sold.meter().unit());
    }

    private String whole(long smallest, Meter meter) {
        return format.quantity(smallest, meter.decimals()) + " " + meter.unit();
    }
}

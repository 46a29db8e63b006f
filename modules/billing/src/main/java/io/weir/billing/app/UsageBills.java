package io.weir.billing.app;

import io.weir.billing.domain.PricedOrder.Redeemed;
import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How.Minimum;
import io.weir.billing.domain.pricing.How.Usage;
import io.weir.billing.domain.pricing.Item;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.billing.domain.pricing.Rating.Units;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Holding;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import io.weir.subscriptions.api.Pricing.UsageCharge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the usage of a period that is over costs, by metering's figures as they are now: all that was used of the
 * period's allowance and beyond it, less what the plan includes and what extensions and other grants have added.
 */
@ApplicationScoped
public class UsageBills {
    private Allowances allowances;
    private Meters meters;
    private InvoiceParties parties;
    private RunningCoupons coupons;
    private Pricer pricer;
    private Wordings words;

    protected UsageBills() {
    }

    @Inject
    public UsageBills(Allowances allowances, Meters meters, InvoiceParties parties, RunningCoupons coupons,
            Pricer pricer, Wordings words) {
        this.allowances = allowances;
        this.meters = meters;
        this.parties = parties;
        this.coupons = coupons;
        this.pricer = pricer;
        this.words = words;
    }

    Draft price(TenantId tenant, Priced period) {
        var plan = period.plan();
        var items = new ArrayList<Item>();
        var used = allowances.ofSource(tenant, period.account(), period.source());
        for (var charge : plan.pricing().charges()) {
            usage(tenant, period, charge, used).filter(item -> units(item).billed() > 0).ifPresent(items::add);
        }
        minimum(tenant, period, items).ifPresent(items::add);
        return pricer.draft(tenant, plan.price(), items, coupon(period));
    }

    private static Units units(Item item) {
        return ((Usage) item.how()).units();
    }

    private Optional<Item> usage(TenantId tenant, Priced period, UsageCharge charge, List<Holding> used) {
        return used.stream().filter(holding -> holding.meter().key().value().equals(charge.meter())).findFirst()
                .map(holding -> {
                    var meter = meters.find(tenant, new MeterKey(charge.meter())).orElse(holding.meter());
                    var units = new Units(usedOf(holding), included(period, charge, holding), meter.decimals());
                    var how = new Usage(Pricer.offer(period.plan()), charge.meter(), charge.model(), units,
                            period.from(), period.until(), period.plan().price().currency());
                    return new Item(LineKind.USAGE, words(tenant, meter, units), during(period), how,
                            parties.tax(tenant, period.account()));
                });
    }

    /** What metering has counted against an allowance, the part beyond it included. */
    static long usedOf(Holding holding) {
        return Math.addExact(holding.used(), holding.overage());
    }

    private static long included(Priced period, UsageCharge charge, Holding holding) {
        long quota = period.plan().quotas().getOrDefault(charge.meter(), 0L);
        return charge.included().orElse(quota) + Math.max(0, holding.granted() - quota);
    }

    private String words(TenantId tenant, Meter meter, Units units) {
        return words.text(tenant, "LINE_USAGE", meter.title(), whole(units.used(), meter),
                whole(Math.min(units.used(), units.included()), meter), meter.unit());
    }

    private static BigDecimal whole(long smallest, Meter meter) {
        return BigDecimal.valueOf(smallest, meter.decimals());
    }

    /** Of whole periods only: one that was left early has not had its time. */
    private Optional<Item> minimum(TenantId tenant, Priced period, List<Item> usage) {
        return period.plan().pricing().minimum().filter(least -> period.whole()).map(least -> {
            var counted = new ArrayList<Money>(List.of(period.plan().price()));
            usage.forEach(item -> counted.add(item.how().amount()));
            return new Item(LineKind.MINIMUM, words.text(tenant, "LINE_MINIMUM", period.plan().name()),
                    during(period), new Minimum(Pricer.offer(period.plan()), least, counted),
                    parties.tax(tenant, period.account()));
        }).filter(item -> !item.how().amount().isZero());
    }

    private static Optional<Period> during(Priced period) {
        return Optional.of(Period.between(period.from(), period.until()));
    }

    /** One that lasts for ever counts for usage too; others are for what is paid in advance. */
    private Optional<Redeemed> coupon(Priced period) {
        return coupons.of(period.subscription()).filter(coupon -> coupon.coupon().periods().isEmpty())
                .map(RunningCoupon::redeemed);
    }
}

package io.weir.billing.app;

import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How.Minimum;
import io.weir.billing.domain.pricing.How.Usage;
import io.weir.billing.domain.pricing.Item;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.billing.domain.pricing.Rating.Units;
import io.weir.billing.domain.pricing.TaxDecision;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Holding;
import io.weir.metering.api.Allowances.Opened;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import io.weir.subscriptions.api.Pricing.UsageCharge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /**
     * Each by its period, with as many queries for many as for one. A coupon that lasts for ever counts for usage too;
     * others are for what is paid in advance.
     */
    Map<UUID, Draft> price(TenantId tenant, List<Priced> periods) {
        var accounts = periods.stream().map(Priced::account).toList();
        var taxes = parties.taxes(tenant, accounts);
        var running = coupons.of(accounts).stream().filter(coupon -> coupon.coupon().periods().isEmpty())
                .collect(Collectors.toMap(RunningCoupon::subscription, RunningCoupon::redeemed));
        var used = allowances.opened(tenant, periods.stream().collect(Collectors.toMap(Priced::source,
                Priced::account, (one, same) -> one))).stream().collect(Collectors.groupingBy(Opened::source));
        return periods.stream().collect(Collectors.toMap(Priced::id, period -> price(tenant, new Bill(period.plan(),
                period.from(), period.until(), period.whole(),
                metered(used.getOrDefault(period.source(), List.of())), taxes.get(period.account()),
                Optional.ofNullable(running.get(period.subscription()))
                        .map(redeemed -> pricer.redeemed(tenant, redeemed))))));
    }

    private static List<Metered> metered(List<Opened> used) {
        return used.stream().map(opened -> new Metered(opened.meter(),
                Math.addExact(opened.used(), opened.overage()), opened.granted())).toList();
    }

    /** With what metering has counted of it. */
    Bill bill(TenantId tenant, Priced period, TaxDecision tax, Optional<Draft.Redeemed> coupon) {
        var used = allowances.ofSource(tenant, period.account(), period.source()).stream().map(holding ->
                new Metered(meters.find(tenant, holding.meter().key()).orElse(holding.meter()), usedOf(holding),
                        holding.granted())).toList();
        return new Bill(period.plan(), period.from(), period.until(), period.whole(), used, tax, coupon);
    }

    /** Of any time on any plan, whether it was or not. */
    Draft price(TenantId tenant, Bill bill) {
        var items = new ArrayList<Item>();
        for (var charge : bill.plan().pricing().charges()) {
            usage(tenant, bill, charge).filter(item -> units(item).billed() > 0).ifPresent(items::add);
        }
        minimum(tenant, bill, items).ifPresent(items::add);
        return Draft.of(bill.plan().price().currency(), items, bill.coupon());
    }

    /** {@code whole}: not left early. */
    record Bill(Plan plan, Instant from, Instant until, boolean whole, List<Metered> used, TaxDecision tax,
            Optional<Draft.Redeemed> coupon) {
        private Optional<Period> during() {
            return Optional.of(Period.between(from, until));
        }
    }

    /** In smallest units: what was used of a meter, and what was granted, by the plan and by whatever else. */
    record Metered(Meter meter, long used, long granted) {
        /** What the plan says that costs nothing besides, and all that was granted beside the plan. */
        long included(Plan plan) {
            var key = meter.key().value();
            long quota = plan.quotas().getOrDefault(key, 0L);
            var charge = plan.pricing().charges().stream().filter(each -> each.meter().equals(key)).findFirst();
            return charge.map(each -> each.included().orElse(quota)).orElse(quota) + Math.max(0, granted - quota);
        }
    }

    private static Units units(Item item) {
        return ((Usage) item.how()).units();
    }

    private Optional<Item> usage(TenantId tenant, Bill bill, UsageCharge charge) {
        return bill.used().stream().filter(used -> used.meter().key().value().equals(charge.meter())).findFirst()
                .map(used -> {
                    var units = new Units(used.used(), used.included(bill.plan()), used.meter().decimals());
                    var how = new Usage(Pricer.offer(bill.plan()), charge.meter(), charge.model(), units,
                            bill.from(), bill.until(), bill.plan().price().currency());
                    return new Item(LineKind.USAGE, words(tenant, used.meter(), units), bill.during(), how,
                            bill.tax());
                });
    }

    /** What metering has counted against an allowance, the part beyond it included. */
    static long usedOf(Holding holding) {
        return Math.addExact(holding.used(), holding.overage());
    }

    private String words(TenantId tenant, Meter meter, Units units) {
        return words.text(tenant, "LINE_USAGE", meter.title(), whole(units.used(), meter),
                whole(Math.min(units.used(), units.included()), meter), meter.unit());
    }

    private static BigDecimal whole(long smallest, Meter meter) {
        return BigDecimal.valueOf(smallest, meter.decimals());
    }

    /** Of whole periods only: one that was left early has not had its time. */
    private Optional<Item> minimum(TenantId tenant, Bill bill, List<Item> usage) {
        return bill.plan().pricing().minimum().filter(least -> bill.whole()).map(least -> {
            var counted = new ArrayList<Money>(List.of(bill.plan().price()));
            usage.forEach(item -> counted.add(item.how().amount()));
            return new Item(LineKind.MINIMUM, words.text(tenant, "LINE_MINIMUM", bill.plan().name()),
                    bill.during(), new Minimum(Pricer.offer(bill.plan()), least, counted), bill.tax());
        }).filter(item -> !item.how().amount().isZero());
    }
}

package io.weir.billing.app;

import io.weir.billing.api.Simulation.Needed;
import io.weir.billing.api.Simulation.Sum;
import io.weir.billing.app.SimulatedPeriods.Result;
import io.weir.billing.app.SimulatedPeriods.Use;
import io.weir.billing.app.SimulatedPeriods.Wanted;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How;
import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.Item;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.billing.domain.simulation.Pack;
import io.weir.billing.domain.simulation.Remedy;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.subscriptions.api.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Packages that would have let through what the plan would have refused: those on sale, in the plan's currency. */
@ApplicationScoped
public class SimulatedPackages {
    private Catalogue catalogue;

    protected SimulatedPackages() {
    }

    @Inject
    public SimulatedPackages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** {@code byPeriod}: in the periods' order. {@code helped}: meters of which nothing stays blocked. */
    record Bought(List<List<Needed>> byPeriod, Set<String> helped) {
    }

    Bought over(TenantId tenant, Wanted wanted, List<Result> periods) {
        var byPeriod = new ArrayList<List<Needed>>();
        periods.forEach(period -> byPeriod.add(new ArrayList<>()));
        var helped = new HashSet<String>();
        blocked(periods).forEach((key, meter) -> {
            var extensions = extensions(tenant, wanted, key);
            var credits = credits(tenant, wanted, key);
            var blocked = periods.stream().map(period -> blocked(period, key)).toList();
            var remedy = Remedy.of(blocked, extensions, credits);
            if (!extensions.isEmpty() || !credits.isEmpty()) {
                helped.add(key);
            }
            for (int i = 0; i < periods.size(); i++) {
                var list = byPeriod.get(i);
                remedy.bought().get(i).forEach((offer, count) -> list.add(needed(wanted, meter, offer, count)));
            }
        });
        return new Bought(byPeriod, helped);
    }

    private static Map<String, Meter> blocked(List<Result> periods) {
        return periods.stream().flatMap(period -> period.uses().stream()).filter(use -> use.blocked() > 0)
                .map(Use::meter).collect(Collectors.toMap(meter -> meter.key().value(), meter -> meter,
                        (first, second) -> first, HashMap::new));
    }

    private static long blocked(Result period, String meter) {
        return period.uses().stream().filter(use -> use.meter().key().value().equals(meter)).mapToLong(Use::blocked)
                .sum();
    }

    /** Who pays nothing can't have any. */
    private List<Pack> extensions(TenantId tenant, Wanted wanted, String meter) {
        if (wanted.plan().isFree() || !meter.equals(MeterKey.CALLS.value())) {
            return List.of();
        }
        return catalogue.extensions(tenant, false).stream()
                .filter(each -> each.price().currency().equals(wanted.plan().price().currency()))
                .map(each -> new Pack(LineKind.EXTENSION, each.id(), each.name(),
                        each.additionalCalls(), each.price())).toList();
    }

    private List<Pack> credits(TenantId tenant, Wanted wanted, String meter) {
        return catalogue.creditPackages(tenant, false).stream().filter(each -> each.meter().equals(meter))
                .filter(each -> each.price().currency().equals(wanted.plan().price().currency()))
                .map(each -> new Pack(LineKind.CREDITS, each.id(), each.name(),
                        Math.addExact(each.credits(), each.bonus()), each.price())).toList();
    }

    /** Each of them is an invoice of its own, taxed by itself. */
    private static Needed needed(Wanted wanted, Meter meter, Pack offer,
            long count) {
        var how = How.Flat.one(new Offer(offer.id().toString(), 1), offer.price());
        var one = Draft.of(offer.price().currency(), List.of(new Item(offer.kind(), offer.name(), Optional.empty(), how,
                wanted.terms().tax())), Optional.empty()).totals();
        return new Needed(offer.kind().word(), offer.id(), offer.name(), meter.key().value(), meter.decimals(),
                offer.units(), count, offer.price(),
                new Sum(one.net().times(count), one.tax().times(count), one.gross().times(count)));
    }
}

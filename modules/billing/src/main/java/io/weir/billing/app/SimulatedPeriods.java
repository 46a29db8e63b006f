package io.weir.billing.app;

import io.weir.billing.app.CountedTerms.Terms;
import io.weir.billing.app.UsageBills.Metered;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.simulation.Limit;
import io.weir.billing.domain.simulation.Ramp;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.PastUsage;
import io.weir.subscriptions.api.PastPeriods.Piece;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Prices pieces of time: as they were where the account had the plan, else by what it used and what it could have. */
@ApplicationScoped
public class SimulatedPeriods {
    private CountedTerms terms;
    private SupposedBills bills;
    private UsageBills usageBills;
    private PastUsage usage;
    private Meters meters;

    protected SimulatedPeriods() {
    }

    @Inject
    public SimulatedPeriods(CountedTerms terms, SupposedBills bills, UsageBills usageBills, PastUsage usage,
            Meters meters) {
        this.terms = terms;
        this.bills = bills;
        this.usageBills = usageBills;
        this.usage = usage;
        this.meters = meters;
    }

    /** Who would have had which plan, on today's terms. */
    record Wanted(AccountId account, Plan plan, Terms terms) {
    }

    /** {@code drafts}: the bill in advance, and that over the usage. */
    record Result(Piece piece, int version, List<Draft> drafts, List<Use> uses) {
    }

    /** Of a meter, in smallest units, as {@link io.weir.billing.api.Simulation.MeterUse}. */
    record Use(Meter meter, long used, long included, long beyond, long blocked, Optional<Instant> ranOutAt) {
        static Use of(Plan plan, Metered let, long used, Optional<Instant> ranOutAt) {
            long included = let.included(plan);
            return new Use(let.meter(), used, included, Math.max(0, let.used() - included), used - let.used(),
                    ranOutAt);
        }
    }

    Result price(TenantId tenant, Wanted wanted, Piece piece, Ramp ramp) {
        return piece.had().map(period -> had(tenant, wanted, piece, period))
                .orElseGet(() -> supposed(tenant, wanted, piece, ramp));
    }

    private Result had(TenantId tenant, Wanted wanted, Piece piece, Priced period) {
        var plan = period.plan();
        var after = terms.ofUsage(tenant, period, wanted.terms());
        var bill = usageBills.bill(tenant, period, after.tax(), after.coupon());
        var uses = bill.used().stream().map(metered -> Use.of(plan, metered, metered.used(), Optional.empty()))
                .toList();
        if (CountedTerms.isTrial(period)) {
            return new Result(piece, plan.version(), List.of(), uses);
        }
        var before = terms.inAdvance(period, wanted.terms());
        return new Result(piece, plan.version(),
                List.of(bills.inAdvance(tenant, plan, piece, before), usageBills.price(tenant, bill)), uses);
    }

    private Result supposed(TenantId tenant, Wanted wanted, Piece piece, Ramp ramp) {
        var plan = wanted.plan();
        var used = ramp.used(piece.from(), piece.until());
        var let = letThrough(tenant, plan, used);
        var uses = let.stream().map(metered -> Use.of(plan, metered, used.getOrDefault(key(metered), 0L),
                ranOutAt(tenant, wanted, piece, ramp, key(metered)))).toList();
        return new Result(piece, plan.version(), List.of(bills.inAdvance(tenant, plan, piece, wanted.terms()),
                bills.usage(tenant, plan, piece, let, wanted.terms())), uses);
    }

    /** Of each meter that the plan has or that was used. */
    List<Metered> letThrough(TenantId tenant, Plan plan, Map<String, Long> used) {
        var keys = new TreeSet<>(plan.quotas().keySet());
        keys.addAll(used.keySet());
        return keys.stream().map(key -> {
            var limit = Limit.of(plan, key);
            return new Metered(meter(tenant, key), limit.letThrough(used.getOrDefault(key, 0L)), limit.quota());
        }).toList();
    }

    private Optional<Instant> ranOutAt(TenantId tenant, Wanted wanted, Piece piece, Ramp ramp, String meter) {
        return ramp.passing(meter, piece.from(), piece.until(), Limit.of(wanted.plan(), meter).most())
                .map(passing -> usage.passed(tenant, wanted.account(), passing.step(), passing.units()));
    }

    private static String key(Metered metered) {
        return metered.meter().key().value();
    }

    /** One that is not in the catalogue any more has its key for a name. */
    private Meter meter(TenantId tenant, String key) {
        return meters.find(tenant, new MeterKey(key)).orElseGet(() -> new Meter(new MeterKey(key), key, key, 0));
    }
}

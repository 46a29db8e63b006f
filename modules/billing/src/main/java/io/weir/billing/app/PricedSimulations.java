package io.weir.billing.app;

import io.weir.billing.api.Simulation;
import io.weir.billing.api.Simulation.MeterUse;
import io.weir.billing.api.Simulation.Needed;
import io.weir.billing.api.Simulation.RealInvoice;
import io.weir.billing.api.Simulation.SimulatedPeriod;
import io.weir.billing.api.Simulation.Sum;
import io.weir.billing.api.Simulations;
import io.weir.billing.app.SimulatedPackages.Bought;
import io.weir.billing.app.SimulatedPeriods.Result;
import io.weir.billing.app.SimulatedPeriods.Wanted;
import io.weir.billing.domain.PastInvoices;
import io.weir.billing.domain.simulation.Ramp;
import io.weir.billing.domain.simulation.SimulatedLines;
import io.weir.billing.domain.simulation.SpanRules;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.PastUsage;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.PastPeriods;
import io.weir.subscriptions.api.PastPeriods.Piece;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts the span, prices each piece by the code that prices invoices, and puts beside it what was really asked for. */
@ApplicationScoped
@Transactional
@TenantScoped
public class PricedSimulations implements Simulations {
    private static final SpanRules RULES = new SpanRules(2, 400);
    @Inject
    Catalogue catalogue;
    @Inject
    Accounts accounts;
    @Inject
    PastPeriods periods;
    @Inject
    PastUsage usage;
    @Inject
    CountedTerms terms;
    @Inject
    SimulatedPeriods priced;
    @Inject
    SimulatedPackages packages;
    @Inject
    PastInvoices invoices;
    @Inject
    Time time;

    @Override
    public Simulation simulate(TenantId tenant, AccountId account, Wish wish) {
        RULES.check(wish.from(), wish.until());
        var opened = accounts.account(tenant, account).createdAt();
        var plan = catalogue.plan(tenant, wish.plan());
        var wanted = new Wanted(account, plan, terms.today(tenant, account, plan.price().currency()));
        var span = SpanRules.within(wish.from(), wish.until(), opened, time.now(tenant));
        var pieces = span.map(each -> periods.of(tenant, account, plan, each)).orElse(List.of());
        RULES.check(pieces);
        var ramp = new Ramp(usage.steps(tenant, account, cuts(pieces)));
        var results = pieces.stream().map(piece -> priced.price(tenant, wanted, piece, ramp)).toList();
        var bought = packages.over(tenant, wanted, results);
        var told = IntStream.range(0, results.size())
                .mapToObj(i -> period(wanted, results.get(i), bought, bought.byPeriod().get(i))).toList();
        return simulation(wanted, span.orElseGet(() -> Period.between(wish.from(), wish.until())), told);
    }

    private static List<Instant> cuts(List<Piece> pieces) {
        return Stream.concat(pieces.stream().map(Piece::from).limit(1), pieces.stream().map(Piece::until)).toList();
    }

    private SimulatedPeriod period(Wanted wanted, Result result, Bought bought, List<Needed> needed) {
        var piece = result.piece();
        var currency = wanted.plan().price().currency();
        var real = invoices.of(wanted.account(), piece.from(), piece.until()).stream().map(invoice -> new RealInvoice(
                invoice.id(), invoice.number(), invoice.reason().word(), invoice.status().word(),
                new Sum(invoice.net(), invoice.tax(), invoice.total()))).toList();
        var sum = sum(result.drafts(), currency, draft -> new Sum(draft.totals().net(), draft.totals().tax(),
                draft.totals().gross()));
        return new SimulatedPeriod(piece.from(), piece.until(), piece.isWhole(), piece.had().isPresent(),
                result.version(), SimulatedLines.of(result.drafts()), uses(result, bought), needed, sum,
                sum.plus(sum(needed, currency, Needed::total)), real, real(real, currency));
    }

    private static List<MeterUse> uses(Result result, Bought bought) {
        return result.uses().stream().map(use -> {
            var meter = use.meter();
            long uncovered = bought.helped().contains(meter.key().value()) ? 0 : use.blocked();
            return new MeterUse(meter.key().value(), meter.title(), meter.unit(), meter.decimals(), use.used(),
                    use.included(), use.beyond(), use.blocked(), uncovered, use.ranOutAt());
        }).toList();
    }

    /** Others can't be added up. */
    private static Optional<Sum> real(List<RealInvoice> invoices, Currency currency) {
        return invoices.stream().map(RealInvoice::total).filter(sum -> sum.gross().currency().equals(currency))
                .reduce(Sum::plus);
    }

    private static Simulation simulation(Wanted wanted, Period span, List<SimulatedPeriod> periods) {
        var currency = wanted.plan().price().currency();
        return new Simulation(wanted.account(), wanted.plan(), span.from(), span.until().orElseThrow(), periods,
                sum(periods, currency, SimulatedPeriod::total),
                sum(periods.stream().flatMap(period -> period.packages().stream()).toList(), currency, Needed::total),
                periods.stream().flatMap(period -> period.real().stream()).reduce(Sum::plus));
    }

    private static <T> Sum sum(List<T> parts, Currency currency, Function<T, Sum> amount) {
        return parts.stream().map(amount).reduce(Sum.none(currency), Sum::plus);
    }
}

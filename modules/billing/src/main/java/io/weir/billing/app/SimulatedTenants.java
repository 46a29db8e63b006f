package io.weir.billing.app;

import io.weir.billing.api.Simulation.Sum;
import io.weir.billing.api.Simulations.Wish;
import io.weir.billing.api.TenantSimulations;
import io.weir.billing.app.SimulatedGroups.Member;
import io.weir.billing.app.SimulatedGroups.Outcome;
import io.weir.billing.domain.simulation.Ranking;
import io.weir.billing.domain.simulation.SpanRules;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.PastPeriods;
import io.weir.subscriptions.api.Plan;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Goes through accounts by the hundred, with as many queries for a hundred as for one. */
@ApplicationScoped
@Transactional
@TenantScoped
public class SimulatedTenants implements TenantSimulations {
    private static final SpanRules RULES = new SpanRules(1, 60);
    private static final int MOST_HOLDERS = 10_000;
    private static final AccountId FIRST = new AccountId(new UUID(0, 0));
    @Inject
    Catalogue catalogue;
    @Inject
    Accounts accounts;
    @Inject
    PastPeriods periods;
    @Inject
    SimulatedGroups groups;
    @Inject
    Tenants tenants;
    @Inject
    Time time;

    @Override
    public Overall overall(TenantId tenant, Wish wish, boolean onlyHolders, Page.Request page) {
        RULES.check(wish.from(), wish.until());
        var plan = catalogue.plan(tenant, wish.plan());
        var span = SpanRules.within(hour(wish.from()), hour(wish.until()), Instant.EPOCH, time.now(tenant))
                .orElseGet(() -> Period.between(wish.from(), wish.until()));
        RULES.check(periods.from(tenant, plan, span));
        var ranking = new Ranking(plan.price().currency(), page);
        Consumer<List<Member>> price = members ->
                groups.price(tenant, plan, span, members).forEach(each -> ranking.add(each.toRanked()));
        if (onlyHolders) {
            holders(tenant, plan, span, Integer.MAX_VALUE, price);
        } else {
            everybody(tenant, span, price);
        }
        return overall(tenant, plan, span, ranking);
    }

    private static Instant hour(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }

    /** Newest first; who comes while this goes on moves the others, and nobody counts twice. */
    private void everybody(TenantId tenant, Period span, Consumer<List<Member>> to) {
        var known = new HashSet<AccountId>();
        var found = accounts.page(tenant, Optional.empty(), Page.Request.first());
        for (int page = 2; !found.items().isEmpty(); page++) {
            to.accept(found.items().stream().filter(account -> known.add(account.id()))
                    .map(account -> Member.since(account.id(), account.createdAt(), span)).toList());
            found = accounts.page(tenant, Optional.empty(), new Page.Request(page, Page.Request.MOST));
        }
    }

    /** Answers how many there are, as far as they were counted. */
    private long holders(TenantId tenant, Plan plan, Period span, int most, Consumer<List<Member>> to) {
        long counted = 0;
        var found = periods.holders(tenant, plan.id(), span, FIRST, Page.Request.MOST);
        while (!found.isEmpty()) {
            to.accept(found.stream().map(holder -> new Member(holder.account(), holder.from(), holder.until()))
                    .toList());
            counted += found.size();
            var last = found.get(found.size() - 1).account();
            found = counted >= most ? List.of()
                    : periods.holders(tenant, plan.id(), span, last, Page.Request.MOST);
        }
        return counted;
    }

    private Overall overall(TenantId tenant, Plan plan, Period span, Ranking ranking) {
        return new Overall(plan, span.from(), span.until().orElseThrow(), ranking.counted(), ranking.simulated(),
                ranking.real(), named(tenant, ranking.gainers()), named(tenant, ranking.losers()),
                new Page<>(named(tenant, ranking.page()), ranking.wanted().page(), ranking.wanted().limit(),
                        ranking.counted()));
    }

    private List<AccountOutcome> named(TenantId tenant, List<Ranking.Ranked> ranked) {
        return ranked.stream().map(each -> new AccountOutcome(each.account(),
                accounts.account(tenant, each.account()).name(), each.simulated().net(), each.real().net(),
                each.difference(), each.blocked())).toList();
    }

    @Override
    public Earned earned(TenantId tenant, List<PlanChange> changes, Period span) {
        var currency = tenants.byId(tenant).currency();
        var sums = new Sums(Money.zero(currency));
        for (var change : changes) {
            if (change.before().price().currency().equals(currency)
                    && change.after().price().currency().equals(currency)) {
                long counted = holders(tenant, change.before(), span, MOST_HOLDERS, members -> {
                    sums.before = sums.before.plus(net(groups.price(tenant, change.before(), span, members), sums));
                    sums.after = sums.after.plus(net(groups.price(tenant, change.after(), span, members), sums));
                });
                sums.holders += counted;
                sums.cut |= counted >= MOST_HOLDERS;
            }
        }
        return new Earned(span.from(), span.until().orElseThrow(), sums.holders, sums.cut, sums.before, sums.after);
    }

    private static Money net(List<Outcome> outcomes, Sums sums) {
        return outcomes.stream().map(Outcome::simulated).map(Sum::net).reduce(sums.none, Money::plus);
    }

    private static final class Sums {
        private final Money none;
        private Money before;
        private Money after;
        private long holders;
        private boolean cut;

        private Sums(Money none) {
            this.none = none;
            this.before = none;
            this.after = none;
        }
    }
}

package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.PastPeriods;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import io.weir.subscriptions.domain.Cadence;
import io.weir.subscriptions.domain.Cuts;
import io.weir.subscriptions.domain.History;
import io.weir.subscriptions.domain.History.Run;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cuts time by what accounts had, in the tenant's zone of today. */
@ApplicationScoped
@Transactional
@TenantScoped
public class CutPeriods implements PastPeriods {
    private History history;
    private Catalogue catalogue;
    private Tenants tenants;

    protected CutPeriods() {
    }

    @Inject
    public CutPeriods(History history, Catalogue catalogue, Tenants tenants) {
        this.history = history;
        this.catalogue = catalogue;
        this.tenants = tenants;
    }

    @Override
    public List<Piece> of(TenantId tenant, AccountId account, Plan plan, Period span) {
        return Cuts.of(cadence(tenant, plan), span, plan.id(), history.of(account, span), run -> had(tenant, run));
    }

    @Override
    public List<Piece> from(TenantId tenant, Plan plan, Period span) {
        return Cuts.of(cadence(tenant, plan), span, plan.id(), List.of(), run -> had(tenant, run));
    }

    private Cadence cadence(TenantId tenant, Plan plan) {
        return new Cadence(plan.term(), tenants.byId(tenant).zone());
    }

    private Piece had(TenantId tenant, Run run) {
        var period = run.period();
        var until = period.over().orElseThrow();
        var subscription = run.subscription();
        return new Piece(period.from(), until, Optional.of(until), Optional.of(new Priced(period.id(),
                subscription.account(), subscription.id(),
                catalogue.planVersion(tenant, subscription.plan(), period.planVersion()), period.from(), until,
                period.isWhole(), period.source(), period.cause())));
    }

    @Override
    public List<Holder> holders(TenantId tenant, UUID plan, Period span, AccountId after, int most) {
        var accounts = history.accounts(plan, span, after, most);
        if (accounts.isEmpty()) {
            return List.of();
        }
        var runs = history.of(plan, span, accounts).stream()
                .collect(Collectors.groupingBy(run -> run.subscription().account()));
        return accounts.stream().map(account -> holder(account, runs.getOrDefault(account, List.of()), span)).toList();
    }

    private static Holder holder(AccountId account, List<Run> runs, Period span) {
        var end = span.until().orElseThrow();
        var from = extreme(runs, run -> run.period().from(), Comparator.naturalOrder()).orElse(end);
        var until = extreme(runs, run -> run.period().over().orElse(end), Comparator.reverseOrder()).orElse(end);
        return new Holder(account, from.isBefore(span.from()) ? span.from() : from, until.isAfter(end) ? end : until);
    }

    private static Optional<Instant> extreme(List<Run> runs, Function<Run, Instant> moment,
            Comparator<Instant> order) {
        return runs.stream().map(moment).min(order);
    }
}

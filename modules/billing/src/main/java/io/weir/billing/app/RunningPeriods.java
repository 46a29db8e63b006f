package io.weir.billing.app;

import io.weir.billing.api.RunningBills;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.PricedPeriods;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Prices a period that runs as one that is over is priced. */
@ApplicationScoped
@Transactional
@TenantScoped
public class RunningPeriods implements RunningBills {
    private Subscriptions subscriptions;
    private Lifecycle lifecycle;
    private PricedPeriods periods;
    private UsageBills bills;
    private LineReasons reasons;
    private InvoiceParties parties;
    private Time time;

    protected RunningPeriods() {
    }

    @Inject
    public RunningPeriods(Subscriptions subscriptions, Lifecycle lifecycle, PricedPeriods periods, UsageBills bills,
            LineReasons reasons, InvoiceParties parties, Time time) {
        this.subscriptions = subscriptions;
        this.lifecycle = lifecycle;
        this.periods = periods;
        this.bills = bills;
        this.reasons = reasons;
        this.parties = parties;
        this.time = time;
    }

    @Override
    public Optional<RunningBill> of(TenantId tenant, AccountId account) {
        if (subscriptions.current(tenant, account).status() == Status.TRIALING) {
            return Optional.empty();
        }
        var now = time.now(tenant);
        return lifecycle.running(tenant, account).filter(running -> running.period().contains(now))
                .filter(running -> running.period().until().isPresent())
                .filter(running -> !running.plan().pricing().isNone())
                .flatMap(running -> periods.find(tenant, running.id())).map(period -> bill(tenant, period));
    }

    private RunningBill bill(TenantId tenant, Priced period) {
        var draft = bills.price(tenant, List.of(period)).get(period.id());
        var totals = draft.totals();
        return new RunningBill(period.plan(), period.from(), period.until(),
                period.until().plus(Duration.ofHours(parties.deadlines(tenant).draftHours())),
                draft.lines().stream().map(line -> reasons.of(tenant, period.account(), line, Optional.of(period)))
                        .toList(), totals.net(), totals.tax(), totals.gross());
    }
}

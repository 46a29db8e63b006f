package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Plans to try: once per account and family, because that is their cause. The caller holds the account's lock. */
@ApplicationScoped
public class Trials {
    private Shelf shelf;
    private Holdings holdings;
    private PaidPlans paidPlans;
    private Calendars calendars;

    protected Trials() {
    }

    @Inject
    public Trials(Shelf shelf, Holdings holdings, PaidPlans paidPlans, Calendars calendars) {
        this.shelf = shelf;
        this.holdings = holdings;
        this.paidPlans = paidPlans;
        this.calendars = calendars;
    }

    public StoredSubscription start(TenantId tenant, AccountId account, UUID id) {
        var plan = shelf.plan(id).filter(StoredPlan::active)
                .orElseThrow(() -> Refusal.notFound("PLAN_NOT_FOUND").asException());
        var sold = plan.toPlan();
        if (sold.trialDays() == 0 || sold.isFree()) {
            throw Refusal.invalid("TRIAL_NOT_OFFERED").asException();
        }
        var now = calendars.now(tenant);
        var cause = "trial/" + account + "/" + sold.family();
        var held = new Held(holdings.of(account));
        if (held.byCause(cause).isPresent()) {
            throw Refusal.conflict("TRIAL_USED").asException();
        }
        held.paid(now).ifPresent(paid -> {
            throw Refusal.conflict("PAID_PLAN_RUNNING", shelf.plan(paid.plan()).orElseThrow().name()).asException();
        });
        var end = calendars.daysAfter(tenant, now, sold.trialDays());
        var trial = paidPlans.start(tenant, account, plan,
                new PaidPlans.Start(Period.between(now, end), cause, cause, end));
        trial.tryOut();
        holdings.lastPeriod(trial.id()).ifPresent(StoredPeriod::isGiven);
        return trial;
    }
}

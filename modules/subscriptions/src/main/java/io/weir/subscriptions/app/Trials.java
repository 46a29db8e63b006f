package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Plans to try: once per account and family, because that is their cause. The caller holds the account's lock. */
@ApplicationScoped
public class Trials {
    /** As a plan's {@code trialDays}. */
    private static final int LONGEST_DAYS = 365;

    private Shelf shelf;
    private Holdings holdings;
    private PaidPlans paidPlans;
    private MeteredAccess access;
    private Calendars calendars;

    protected Trials() {
    }

    @Inject
    public Trials(Shelf shelf, Holdings holdings, PaidPlans paidPlans, MeteredAccess access,
            Calendars calendars) {
        this.shelf = shelf;
        this.holdings = holdings;
        this.paidPlans = paidPlans;
        this.access = access;
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

    public void extend(TenantId tenant, AccountId account, UUID id, Instant until) {
        var now = calendars.now(tenant);
        var held = new Held(holdings.of(account));
        var trial = held.subscriptions().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.notFound("SUBSCRIPTION_NOT_FOUND").asException());
        if (trial.statusAt(now) != Status.TRIALING) {
            throw Refusal.conflict("TRIAL_NOT_RUNNING").asException();
        }
        var end = trial.period().until().orElseThrow();
        if (held.unended().stream().anyMatch(next -> next.period().from().equals(end))) {
            throw Refusal.conflict("TRIAL_FOLLOWED").asException();
        }
        if (!until.isAfter(end) || until.isAfter(calendars.daysAfter(tenant, trial.createdAt(), LONGEST_DAYS))) {
            throw Refusal.invalidField("until", "OUT_OF_RANGE").asException();
        }
        trial.tryLonger(until);
        holdings.lastPeriod(trial.id()).ifPresent(last -> last.endLater(until));
        access.keep(tenant, trial, held, now);
    }
}

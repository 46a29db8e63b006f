package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import io.weir.subscriptions.api.Lifecycle.Next;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Goes on with what was paid by an invoice: with another plan too, which begins when the running one ends, and is
 * written down before. The caller holds the account's lock.
 */
@ApplicationScoped
public class NextPeriods {
    private Shelf shelf;
    private Holdings holdings;
    private PaidPlans paidPlans;
    private MeteredAccess access;
    private Calendars calendars;

    protected NextPeriods() {
    }

    @Inject
    public NextPeriods(Shelf shelf, Holdings holdings, PaidPlans paidPlans, MeteredAccess access,
            Calendars calendars) {
        this.shelf = shelf;
        this.holdings = holdings;
        this.paidPlans = paidPlans;
        this.access = access;
        this.calendars = calendars;
    }

    /** False when it is over, or was to end. */
    public boolean goOn(TenantId tenant, AccountId account, Next next) {
        var now = calendars.now(tenant);
        var held = new Held(holdings.of(account));
        var running = held.unended().stream().filter(s -> s.id().equals(next.subscription()))
                .filter(s -> s.isPaidAt(now) && !s.endsAtPeriodEnd() && s.period().until().isPresent()).findFirst();
        var plan = shelf.plan(next.plan());
        if (running.isEmpty() || plan.isEmpty()) {
            return false;
        }
        if (running.get().plan().equals(next.plan())) {
            paidPlans.goOn(tenant, running.get(), plan.get(), next.cause());
        } else {
            takeOver(tenant, held, running.get(), plan.get(), next.cause());
        }
        return true;
    }

    private void takeOver(TenantId tenant, Held held, StoredSubscription running, StoredPlan plan, String cause) {
        var now = calendars.now(tenant);
        var end = running.period().until().orElseThrow();
        var period = calendars.cadence(tenant, plan).first(end);
        var next = StoredSubscription.paid(Ids.next(), running.account(), plan, period, cause).following(cause, end);
        running.endsFor(next);
        holdings.lastPeriod(running.id()).ifPresent(last -> access.endAt(tenant, running, last, end));
        holdings.add(next);
        held.free().ifPresent(free -> access.rest(tenant, free, restUnder(period, end, now), now));
        access.open(tenant, next, plan, period, cause);
        next.beginsLater();
        if (!end.isAfter(now)) {
            running.expire();
            begin(tenant, next);
        }
    }

    private static Period restUnder(Period period, Instant end, Instant now) {
        return new Period(end.isBefore(now) ? end : now, period.until());
    }

    /** What was written down before, as soon as its time has come. */
    public void beginDue(TenantId tenant, Held held, Instant now) {
        held.unended().stream().filter(s -> s.rateDue() && !s.period().from().isAfter(now))
                .forEach(s -> begin(tenant, s));
    }

    private void begin(TenantId tenant, StoredSubscription next) {
        next.hasBegun();
        paidPlans.begins(tenant, next, shelf.plan(next.plan()).orElseThrow());
    }

    /** What the next period is of. */
    public Optional<StoredPlan> nextPlan(StoredSubscription running) {
        return running.pendingPlan().flatMap(shelf::plan).filter(plan -> !plan.costsNothing())
                .or(() -> shelf.plan(running.plan()));
    }

    /** When the next period would be. */
    public Period next(TenantId tenant, StoredSubscription running, StoredPlan plan) {
        var end = running.period().until().orElseThrow();
        var cadence = calendars.cadence(tenant, plan);
        return running.plan().equals(plan.id()) ? cadence.after(running.anchor(), end) : cadence.first(end);
    }
}

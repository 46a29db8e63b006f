package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.domain.FreePlan;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** The plan under every account: given when the account is opened, renewed for ever, at rest while a paid one runs. */
@ApplicationScoped
public class FreePlans {
    /** How long before its start a next period is opened, so that a job that is late by less is not noticed. */
    public static final Duration AHEAD = Duration.ofHours(24);

    private Shelf shelf;
    private Holdings holdings;
    private MeteredAccess access;
    private Calendars calendars;

    protected FreePlans() {
    }

    @Inject
    public FreePlans(Shelf shelf, Holdings holdings, MeteredAccess access, Calendars calendars) {
        this.shelf = shelf;
        this.holdings = holdings;
        this.access = access;
        this.calendars = calendars;
    }

    /** Makes the account known and gives it the free plan, once. A tenant without one gives it as soon as it has. */
    @TenantScoped
    public void give(TenantId tenant, AccountId account) {
        holdings.lock(account, calendars.now(tenant));
        var held = new Held(holdings.live(account));
        if (held.free().isEmpty()) {
            FreePlan.of(shelf.plans()).ifPresent(plan -> start(tenant, account, plan, held));
        }
    }

    /** After the catalogue got a free plan. */
    public void giveWhereMissing(TenantId tenant) {
        if (FreePlan.of(shelf.plans()).isPresent()) {
            holdings.withoutFreePlan().forEach(account -> give(tenant, account));
        }
    }

    private void start(TenantId tenant, AccountId account, StoredPlan plan, Held held) {
        var now = calendars.now(tenant);
        var period = calendars.cadence(tenant, plan).first(now);
        var free = StoredSubscription.free(Ids.next(), account, plan, period);
        holdings.add(free);
        access.open(tenant, free, plan, period);
        held.paid(now).ifPresentOrElse(
                paid -> access.rest(tenant, free, held.restUnder(paid, now), now),
                () -> access.limit(tenant, account, plan));
    }

    /** Moves the free plan to the period that the moment falls into, and opens the next shortly before it begins. */
    public void renew(TenantId tenant, Held held, Instant now) {
        held.free().ifPresent(free -> renew(tenant, free, held, now));
    }

    private void renew(TenantId tenant, StoredSubscription free, Held held, Instant now) {
        var plan = plan(free);
        var cadence = calendars.cadence(tenant, plan);
        var present = holdings.openPeriods(free.id(), now).stream().map(StoredPeriod::period)
                .filter(period -> period.contains(now)).findFirst()
                .orElseGet(() -> cadence.containing(free.createdAt(), free.period(), now));
        openIfNew(tenant, free, present, held, now);
        if (!present.equals(free.period())) {
            free.renew(present);
        }
        present.until().filter(end -> !end.isAfter(now.plus(AHEAD)))
                .ifPresent(end -> openIfNew(tenant, free, cadence.after(free.createdAt(), end), held, now));
    }

    private void openIfNew(TenantId tenant, StoredSubscription free, Period period, Held held, Instant now) {
        boolean isNew = free.openedUntil().map(end -> !end.isAfter(period.from())).orElse(false);
        if (isNew) {
            access.open(tenant, free, plan(free), period);
            held.paid(now).ifPresent(paid -> access.rest(tenant, free, held.restUnder(paid, now), now));
        }
    }

    /** Sets the account's rate limit back to the free plan's. */
    public void resumeRate(TenantId tenant, Held held) {
        held.free().ifPresent(free -> access.limit(tenant, free.account(), plan(free)));
    }

    private StoredPlan plan(StoredSubscription subscription) {
        return shelf.plan(subscription.plan()).orElseThrow();
    }
}

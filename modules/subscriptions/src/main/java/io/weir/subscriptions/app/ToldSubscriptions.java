package io.weir.subscriptions.app;

import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredSubscription;
import java.time.Instant;

/** What is kept of a subscription, as it is told at a moment. */
record ToldSubscriptions(Shelf shelf, Holdings holdings, Calendars calendars) {
    Subscription of(TenantId tenant, StoredSubscription row, Instant now) {
        var plan = shelf.plan(row.plan()).orElseThrow();
        var change = row.pendingPlan().flatMap(shelf::plan)
                .map(next -> new Subscription.PendingChange(next.toPlan(), row.renews()));
        return new Subscription(row.id(), row.account(), plan.toPlan(), row.statusAt(now),
                period(tenant, row, plan, now), row.endsAtPeriodEnd(), row.createdAt(), row.endedAt(now),
                row.renews(), change);
    }

    /** The running one: a paid plan may have a next one open already. */
    private Period period(TenantId tenant, StoredSubscription row, StoredPlan plan, Instant now) {
        if (row.isFree()) {
            return calendars.cadence(tenant, plan).containing(row.createdAt(), row.period(), now);
        }
        return holdings.openPeriods(row.id(), now).stream().map(StoredPeriod::period)
                .filter(period -> period.contains(now)).findFirst()
                .or(() -> holdings.lastPeriod(row.id()).map(StoredPeriod::period)).orElseGet(row::period);
    }
}

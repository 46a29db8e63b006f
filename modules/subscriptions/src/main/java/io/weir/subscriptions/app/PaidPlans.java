package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Outbox;
import io.weir.subscriptions.api.SubscriptionActivated;
import io.weir.subscriptions.api.SubscriptionResumed;
import io.weir.subscriptions.api.SubscriptionStopped;
import io.weir.subscriptions.api.Subscriptions.Agreed;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Starting and ending paid plans. The caller holds the account's lock. */
@ApplicationScoped
public class PaidPlans {
    private Holdings holdings;
    private MeteredAccess access;
    private FreePlans freePlans;
    private Outbox outbox;
    private Calendars calendars;

    protected PaidPlans() {
    }

    @Inject
    public PaidPlans(Holdings holdings, MeteredAccess access, FreePlans freePlans, Outbox outbox, Calendars calendars) {
        this.holdings = holdings;
        this.access = access;
        this.freePlans = freePlans;
        this.outbox = outbox;
        this.calendars = calendars;
    }

    /** Refused: {@code SUBSCRIPTION_FREE} for the free plan that the account has anyway: no fresh quota for nothing. */
    public StoredSubscription start(TenantId tenant, AccountId account, StoredPlan plan, String cause) {
        var now = calendars.now(tenant);
        return start(tenant, account, plan, new Start(calendars.cadence(tenant, plan).first(now), cause, cause, now));
    }

    /** Its first period, the payment that it is of, the agreement's first payment, and what periods count from. */
    public record Start(Period period, String cause, String origin, Instant anchor) {
    }

    public StoredSubscription start(TenantId tenant, AccountId account, StoredPlan plan, Start start) {
        var now = calendars.now(tenant);
        var held = new Held(holdings.of(account));
        if (held.free().map(free -> free.plan().equals(plan.id())).orElse(false)) {
            throw Refusal.invalid("SUBSCRIPTION_FREE").asException();
        }
        boolean renews = held.unended().stream().anyMatch(s -> s.origin().equals(start.origin()) && s.renews());
        held.unended().forEach(earlier -> supersede(tenant, earlier, now));
        var paid = StoredSubscription.paid(Ids.next(), account, plan, start.period(), start.cause())
                .following(start.origin(), start.anchor());
        if (renews) {
            paid.agreed(Agreed.RENEWS);
        }
        holdings.add(paid);
        // First what rests, so that the grant's own balance counts only what can be spent beside it.
        held.free().ifPresent(free -> access.rest(tenant, free, start.period(), now));
        access.open(tenant, paid, plan, start.period(), start.cause());
        begins(tenant, paid, plan);
        return paid;
    }

    /** From now on its rate counts. */
    public void begins(TenantId tenant, StoredSubscription paid, StoredPlan plan) {
        access.limit(tenant, paid.account(), plan);
        outbox.publish(tenant, new SubscriptionActivated(tenant, paid.account().toString(), paid.id().toString(),
                plan.id().toString()));
    }

    /** The next period begins where the last one ends: neither is a day paid twice, nor are two quotas in one. */
    public void goOn(TenantId tenant, StoredSubscription paid, StoredPlan plan, String cause) {
        var now = calendars.now(tenant);
        var end = paid.period().until().orElseThrow();
        holdings.lastPeriod(paid.id())
                .ifPresent(last -> access.endAt(tenant, paid, last, end));
        var next = calendars.cadence(tenant, plan).after(paid.anchor(), end);
        paid.goOn(next);
        new Held(holdings.live(paid.account())).free().ifPresent(free -> access.rest(tenant, free, next, now));
        access.open(tenant, paid, plan, next, cause);
        access.limit(tenant, paid.account(), plan);
    }

    /** For whoever has to tell a gateway. */
    public void stops(TenantId tenant, StoredSubscription paid, boolean atPeriodEnd) {
        outbox.publish(tenant, new SubscriptionStopped(tenant, paid.account().toString(), paid.id().toString(),
                paid.origin(), atPeriodEnd));
    }

    public void resumes(TenantId tenant, StoredSubscription paid) {
        outbox.publish(tenant, new SubscriptionResumed(tenant, paid.account().toString(), paid.id().toString(),
                paid.origin()));
    }

    private void supersede(TenantId tenant, StoredSubscription earlier, Instant now) {
        if (earlier.isOverdue(now)) {
            earlier.expire();
        } else {
            end(tenant, earlier, now);
        }
    }

    /** Ends it now, and the free plan carries on with what it had left. */
    public void cancel(TenantId tenant, StoredSubscription paid, Held held, Instant now) {
        end(tenant, paid, now);
        var begun = paid.period().from();
        var woken = now.isAfter(begun) ? now : begun.plusMillis(1);
        held.free().ifPresent(free -> access.rest(tenant, free, Period.between(begun, woken), now));
        freePlans.resumeRate(tenant, held);
    }

    private void end(TenantId tenant, StoredSubscription paid, Instant now) {
        paid.cancel(now);
        access.close(tenant, paid, now);
        stops(tenant, paid, false);
    }
}

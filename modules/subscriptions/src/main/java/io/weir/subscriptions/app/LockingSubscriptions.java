package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whoever changes an account's subscriptions locks it first: two payments settled at once follow each other. */
@ApplicationScoped
@Transactional
@TenantScoped
public class LockingSubscriptions implements Subscriptions {
    private Shelf shelf;
    private Holdings holdings;
    private PaidPlans paidPlans;
    private DueSubscriptions due;
    private Calendars calendars;

    protected LockingSubscriptions() {
    }

    @Inject
    public LockingSubscriptions(Shelf shelf, Holdings holdings, PaidPlans paidPlans, DueSubscriptions due,
                                Calendars calendars) {
        this.shelf = shelf;
        this.holdings = holdings;
        this.paidPlans = paidPlans;
        this.due = due;
        this.calendars = calendars;
    }

    @Override
    public Subscription current(TenantId tenant, AccountId account) {
        var now = calendars.now(tenant);
        return told(tenant, new Held(holdings.live(account)).current(now), now);
    }

    @Override
    public List<Subscription> of(TenantId tenant, AccountId account) {
        var now = calendars.now(tenant);
        return holdings.of(account).stream().map(s -> told(tenant, s, now)).toList();
    }

    @Override
    public Subscription activate(TenantId tenant, AccountId account, UUID plan, String cause) {
        holdings.lock(account, calendars.now(tenant));
        var earlier = new Held(holdings.of(account)).byCause(cause);
        var subscription = earlier.orElseGet(() -> paidPlans.start(tenant, account, planToStart(plan), cause));
        return told(tenant, subscription, calendars.now(tenant));
    }

    /** A retired plan too: it was on sale when it was paid for. */
    private StoredPlan planToStart(UUID plan) {
        return shelf.plan(plan).orElseThrow(() -> Refusal.notFound("PLAN_NOT_FOUND").asException());
    }

    @Override
    public Subscription cancel(TenantId tenant, AccountId account, UUID subscription, boolean atPeriodEnd) {
        holdings.lock(account, calendars.now(tenant));
        var now = calendars.now(tenant);
        var held = new Held(holdings.of(account));
        var found = held.subscriptions().stream().filter(s -> s.id().equals(subscription)).findFirst()
                .orElseThrow(() -> Refusal.notFound("SUBSCRIPTION_NOT_FOUND").asException());
        if (atPeriodEnd) {
            found.cancelAtPeriodEnd(now);
        } else {
            paidPlans.cancel(tenant, found, held, now);
        }
        return told(tenant, found, now);
    }

    @Override
    public void requireTier(TenantId tenant, AccountId account, String tier) {
        var wanted = shelf.planBySlug(tier).orElseThrow(() -> Refusal.invalid("TIER_UNKNOWN", tier).asException());
        var plan = shelf.plan(new Held(holdings.live(account)).current(calendars.now(tenant)).plan()).orElseThrow();
        if (wanted.rank() > plan.rank()) {
            throw Refusal.forbidden("TIER_NOT_ENTITLED", wanted.name(), plan.name()).asException();
        }
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void closeDue() {
        due.close();
    }

    private Subscription told(TenantId tenant, StoredSubscription row, Instant now) {
        var plan = shelf.plan(row.plan()).orElseThrow();
        var period = row.isFree()
                ? calendars.cadence(tenant, plan).containing(row.createdAt(), row.period(), now) : row.period();
        return new Subscription(row.id(), row.account(), plan.toPlan(), row.statusAt(now), period,
                row.endsAtPeriodEnd(), row.createdAt(), row.endedAt(now));
    }
}

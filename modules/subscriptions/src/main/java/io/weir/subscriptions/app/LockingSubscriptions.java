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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whoever changes an account's subscriptions locks it first: two payments settled at once follow each other. */
@ApplicationScoped
@Transactional
@TenantScoped
public class LockingSubscriptions implements Subscriptions {
    private Shelf shelf;
    private Holdings holdings;
    private PaidPlans paidPlans;
    private MeteredAccess access;
    private RenewedPlans renewedPlans;
    private AgreedPlans agreedPlans;
    private GivenBackPlans givenBackPlans;
    private DueSubscriptions due;
    private Calendars calendars;

    protected LockingSubscriptions() {
    }

    @Inject
    public LockingSubscriptions(Shelf shelf, Holdings holdings, MeteredAccess access, PaidPlans paidPlans,
            RenewedPlans renewedPlans, AgreedPlans agreedPlans, GivenBackPlans givenBackPlans, DueSubscriptions due,
            Calendars calendars) {
        this.shelf = shelf;
        this.holdings = holdings;
        this.access = access;
        this.paidPlans = paidPlans;
        this.renewedPlans = renewedPlans;
        this.agreedPlans = agreedPlans;
        this.givenBackPlans = givenBackPlans;
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
        var found = found(held, subscription);
        if (atPeriodEnd && !found.isKept(now)) {
            found.cancelAtPeriodEnd(now);
            found.period().until().filter(end -> end.isAfter(now))
                    .ifPresent(end -> access.keep(tenant, found, held, now));
            paidPlans.stops(tenant, found, true);
        } else {
            paidPlans.cancel(tenant, found, held, now);
        }
        return told(tenant, found, now);
    }

    private static StoredSubscription found(Held held, UUID subscription) {
        return held.subscriptions().stream().filter(s -> s.id().equals(subscription)).findFirst()
                .orElseThrow(() -> Refusal.notFound("SUBSCRIPTION_NOT_FOUND").asException());
    }

    @Override
    public Subscription resume(TenantId tenant, AccountId account, UUID subscription) {
        var now = calendars.now(tenant);
        holdings.lock(account, now);
        var found = found(new Held(holdings.of(account)), subscription);
        boolean ending = found.endsAtPeriodEnd() || found.pendingPlan().isPresent();
        found.resume(now);
        if (ending) {
            paidPlans.resumes(tenant, found);
        }
        return told(tenant, found, now);
    }

    @Override
    public Subscription pend(TenantId tenant, AccountId account, UUID plan) {
        var now = calendars.now(tenant);
        holdings.lock(account, now);
        var running = new Held(holdings.of(account)).current(now);
        running.pend(planToStart(plan).id(), now);
        return told(tenant, running, now);
    }

    @Override
    public Optional<Subscription> renew(TenantId tenant, AccountId account, Renewal renewal) {
        var now = calendars.now(tenant);
        holdings.lock(account, now);
        var known = holdings.periodOf(renewal.cause()).flatMap(period -> holdings.of(account).stream()
                .filter(s -> s.id().equals(period.subscription())).findFirst());
        return known.or(() -> renewedPlans.renew(tenant, account, renewal)).map(s -> told(tenant, s, now));
    }

    @Override
    public Optional<Subscription> ofOrigin(TenantId tenant, AccountId account, String origin) {
        return new Held(holdings.of(account)).ofOrigin(origin).map(s -> told(tenant, s, calendars.now(tenant)));
    }

    @Override
    public void agreementTold(TenantId tenant, AccountId account, String origin, Agreed agreed) {
        holdings.lock(account, calendars.now(tenant));
        agreedPlans.told(tenant, account, origin, agreed);
    }

    @Override
    public void takeBack(TenantId tenant, AccountId account, String cause) {
        holdings.lock(account, calendars.now(tenant));
        givenBackPlans.takeBack(tenant, account, cause);
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
    public boolean closeDue(Duration atMost) {
        return due.close(atMost);
    }

    private Subscription told(TenantId tenant, StoredSubscription row, Instant now) {
        return new ToldSubscriptions(shelf, holdings, calendars).of(tenant, row, now);
    }
}

package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.subscriptions.domain.EndingPlans;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Locks the account first, as everything does that changes its subscriptions. */
@ApplicationScoped
@Transactional
@TenantScoped
public class InvoicedPlans implements Lifecycle {
    @Inject
    Holdings holdings;
    @Inject
    EndingPlans ending;
    @Inject
    Trials trials;
    @Inject
    NextPeriods nextPeriods;
    @Inject
    Subscriptions subscriptions;
    @Inject
    Catalogue catalogue;
    @Inject
    Calendars calendars;
    @Inject
    MeteredAccess access;
    @Inject
    DueOfTenant due;

    @Override
    public Subscription startTrial(TenantId tenant, AccountId account, UUID plan) {
        holdings.lock(account, calendars.now(tenant));
        trials.start(tenant, account, plan);
        return subscriptions.current(tenant, account);
    }

    @Override
    public List<ToRenew> toRenew(TenantId tenant, Instant endsBy, int most) {
        return ending.toRenew(endsBy, most).stream().flatMap(running -> nextPeriods.nextPlan(running)
                .map(plan -> new ToRenew(running.id(), running.account(), plan.toPlan(),
                        nextPeriods.next(tenant, running, plan))).stream()).toList();
    }

    @Override
    public Optional<Instant> nextEnd(TenantId tenant, Instant after) {
        return ending.nextEnd(after);
    }

    @Override
    public boolean awaitInvoice(TenantId tenant, AccountId account, UUID subscription) {
        var now = calendars.now(tenant);
        holdings.lock(account, now);
        var running = live(account, subscription).filter(s -> !s.awaitsInvoice() && !s.endsAtPeriodEnd());
        running.ifPresent(s -> s.awaitInvoice(true));
        return running.isPresent();
    }

    @Override
    public void keepUntil(TenantId tenant, AccountId account, UUID subscription, Instant until) {
        var now = calendars.now(tenant);
        holdings.lock(account, now);
        live(account, subscription).filter(StoredSubscription::awaitsInvoice).ifPresent(running -> {
            running.grace(until);
            if (running.isArranged()) {
                access.keep(tenant, running, new Held(holdings.live(account)), now);
            }
        });
    }

    @Override
    public boolean endIfUnpaid(TenantId tenant, AccountId account, UUID subscription) {
        due.close(tenant, account, calendars.now(tenant));
        return holdings.subscription(subscription).filter(s -> s.status() == Status.UNPAID).isPresent();
    }

    @Override
    public void awaitNoInvoice(TenantId tenant, AccountId account, UUID subscription) {
        holdings.lock(account, calendars.now(tenant));
        live(account, subscription).filter(StoredSubscription::awaitsInvoice).ifPresent(s -> s.awaitInvoice(false));
    }

    private Optional<StoredSubscription> live(AccountId account, UUID subscription) {
        return new Held(holdings.live(account)).unended().stream().filter(s -> s.id().equals(subscription))
                .findFirst();
    }

    @Override
    public Optional<PaidPeriod> goOn(TenantId tenant, AccountId account, Next next) {
        holdings.lock(account, calendars.now(tenant));
        var known = periodOf(tenant, next.cause());
        if (known.isEmpty() && nextPeriods.goOn(tenant, account, next)) {
            return periodOf(tenant, next.cause());
        }
        return known;
    }

    @Override
    public Optional<PaidPeriod> periodOf(TenantId tenant, String cause) {
        return holdings.periodOf(cause).map(period -> told(tenant, period));
    }

    @Override
    public Optional<PaidPeriod> running(TenantId tenant, AccountId account) {
        var now = calendars.now(tenant);
        return new Held(holdings.live(account)).paid(now).flatMap(paid -> holdings.openPeriods(paid.id(), now).stream()
                .filter(period -> period.period().contains(now)).findFirst()
                .or(() -> holdings.lastPeriod(paid.id()))).map(period -> told(tenant, period));
    }

    private PaidPeriod told(TenantId tenant, StoredPeriod period) {
        var subscription = holdings.subscription(period.subscription()).orElseThrow();
        return new PaidPeriod(period.id(), subscription.id(),
                catalogue.planVersion(tenant, subscription.plan(), period.planVersion()), period.period(),
                period.cause());
    }
}

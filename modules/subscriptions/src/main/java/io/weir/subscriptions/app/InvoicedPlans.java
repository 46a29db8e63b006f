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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    public Subscription extendTrial(TenantId tenant, AccountId account, UUID subscription, Instant until) {
        holdings.lock(account, calendars.now(tenant));
        trials.extend(tenant, account, subscription, until);
        return subscriptions.current(tenant, account);
    }

    @Override
    public List<UUID> toRenew(TenantId tenant, Instant endsBy, int most) {
        return ending.toRenew(endsBy, most);
    }

    @Override
    public Optional<Instant> nextEnd(TenantId tenant, Instant after) {
        return ending.nextEnd(after);
    }

    /** What each goes on with is looked up under its account's lock: until then its customer may change it. */
    @Override
    public List<ToRenew> awaitInvoices(TenantId tenant, List<UUID> subscriptions) {
        var accounts = holdings.subscriptions(subscriptions).stream().map(StoredSubscription::account)
                .collect(Collectors.toSet());
        holdings.lock(accounts);
        var running = holdings.live(accounts).stream().filter(InvoicedPlans::canAwait)
                .collect(Collectors.toMap(StoredSubscription::id, Function.identity()));
        return subscriptions.stream().map(running::get).filter(Objects::nonNull)
                .flatMap(each -> awaitInvoice(tenant, each).stream()).toList();
    }

    private static boolean canAwait(StoredSubscription running) {
        return !running.isFree() && !running.awaitsInvoice() && !running.endsAtPeriodEnd();
    }

    private Optional<ToRenew> awaitInvoice(TenantId tenant, StoredSubscription running) {
        var plan = nextPeriods.nextPlan(running);
        plan.ifPresent(known -> running.awaitInvoice(true));
        return plan.map(known -> new ToRenew(running.id(), running.account(), known.toPlan(),
                nextPeriods.next(tenant, running, known)));
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

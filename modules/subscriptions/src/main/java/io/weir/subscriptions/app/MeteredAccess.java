package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Grant;
import io.weir.metering.api.Allowances.GrantKind;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateLimits;
import io.weir.platform.api.Ids;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * What metering is told of subscriptions: their periods become allowances, one for each meter of the plan, and their
 * plan's rate the account's. Works in the caller's transaction.
 */
@ApplicationScoped
public class MeteredAccess {
    private Holdings holdings;
    private Allowances allowances;
    private RateLimits rateLimits;

    protected MeteredAccess() {
    }

    @Inject
    public MeteredAccess(Holdings holdings, Allowances allowances, RateLimits rateLimits) {
        this.holdings = holdings;
        this.allowances = allowances;
        this.rateLimits = rateLimits;
    }

    public void open(TenantId tenant, StoredSubscription subscription, StoredPlan plan, Period period) {
        open(tenant, subscription, plan, new StoredPeriod(Ids.next(), subscription.id(), period, plan));
    }

    /** A period that a payment is of. */
    public void open(TenantId tenant, StoredSubscription subscription, StoredPlan plan, Period period,
            String cause) {
        var paid = new StoredPeriod(Ids.next(), subscription.id(), period, plan).of(cause);
        open(tenant, subscription, plan, paid);
    }

    private void open(TenantId tenant, StoredSubscription subscription, StoredPlan plan, StoredPeriod opened) {
        var quotas = plan.content().quotas();
        var period = opened.period();
        holdings.add(opened);
        for (var quota : quotas.entrySet()) {
            var meter = new MeterKey(quota.getKey());
            var grant = new Grant(meter, quota.getValue(), GrantKind.PLAN, opened.source());
            allowances.open(tenant, subscription.account(), grant, period, plan.content().rule());
        }
        subscription.openedUntil(period.until());
    }

    /** Closes what is still open of it, whatever raised it. */
    public void close(TenantId tenant, StoredSubscription subscription, Instant now) {
        holdings.openPeriods(subscription.id(), now).forEach(period -> close(tenant, subscription, period, now));
        holdings.lastPeriod(subscription.id()).ifPresent(last -> close(tenant, subscription, last, now));
    }

    public void close(TenantId tenant, StoredSubscription subscription, StoredPeriod period, Instant now) {
        period.close(now);
        allowances.close(tenant, subscription.account(), period.source());
    }

    public void endAt(TenantId tenant, StoredSubscription subscription, StoredPeriod period, Instant end) {
        allowances.endAt(tenant, subscription.account(), period.source(), end);
    }

    /** Its last period's allowances end with its access, and the free plan rests so long. */
    public void keep(TenantId tenant, StoredSubscription paid, Held held, Instant now) {
        var end = paid.used().until().orElseThrow();
        holdings.lastPeriod(paid.id())
                .ifPresent(last -> allowances.endAt(tenant, paid.account(), last.source(), end));
        // One that is over ends a rest that runs; one that is to come carries it on from where it ended.
        var from = paid.period().until().filter(until -> until.isBefore(now)).orElse(now);
        var until = end.isAfter(now) ? end : now;
        held.free().filter(free -> from.isBefore(until))
                .ifPresent(free -> rest(tenant, free, Period.between(from, until), now));
    }

    /** Puts what is open of it to rest; a rest that lies in the past wakes it. */
    public void rest(TenantId tenant, StoredSubscription subscription, Period rest, Instant now) {
        for (var period : holdings.openPeriods(subscription.id(), now)) {
            allowances.rest(tenant, subscription.account(), period.source(), rest);
        }
    }

    /** More calls in the period that is running; a plan without calls gets an allowance of them. */
    public void extend(TenantId tenant, StoredSubscription subscription, Extra extra, Instant now) {
        var period = holdings.openPeriods(subscription.id(), now).stream()
                .filter(open -> open.period().contains(now)).findFirst()
                .or(() -> holdings.lastPeriod(subscription.id()).filter(last -> subscription.isKept(now)))
                .orElseThrow(() -> new IllegalStateException("nothing is open of subscription " + subscription.id()));
        if (!period.meters().contains(MeterKey.CALLS)) {
            period.include(MeterKey.CALLS);
            var none = new Grant(MeterKey.CALLS, 0, GrantKind.EXTENSION, period.source());
            allowances.open(tenant, subscription.account(), none, period.period());
        }
        var grant = new Grant(MeterKey.CALLS, extra.calls(), GrantKind.EXTENSION, extra.source());
        allowances.raise(tenant, subscription.account(), grant, period.source());
    }

    /** Answers how many were taken. */
    public long takeBack(TenantId tenant, AccountId account, Allowances.TakeBack units) {
        return allowances.takeBack(tenant, account, units);
    }

    /** From now on the account may send as many requests per minute as the plan says. */
    public void limit(TenantId tenant, AccountId account, StoredPlan plan) {
        rateLimits.assign(tenant, account, plan.requestsPerMinute());
    }

    /** Calls that were bought, and the source they are booked under. */
    public record Extra(long calls, String source) {
    }
}

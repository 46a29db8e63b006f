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
        var quotas = plan.content().quotas();
        var opened = new StoredPeriod(Ids.next(), subscription.id(), period, quotas.keySet());
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
        for (var period : holdings.openPeriods(subscription.id(), now)) {
            allowances.close(tenant, subscription.account(), period.source());
        }
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
                .orElseThrow(() -> new IllegalStateException("nothing is open of subscription " + subscription.id()));
        if (period.meters().contains(MeterKey.CALLS)) {
            var grant = new Grant(MeterKey.CALLS, extra.calls(), GrantKind.EXTENSION, extra.source());
            allowances.raise(tenant, subscription.account(), grant, period.source());
        } else {
            period.include(MeterKey.CALLS);
            var grant = new Grant(MeterKey.CALLS, extra.calls(), GrantKind.EXTENSION, period.source());
            allowances.open(tenant, subscription.account(), grant, period.period());
        }
    }

    /** From now on the account may send as many requests per minute as the plan says. */
    public void limit(TenantId tenant, AccountId account, StoredPlan plan) {
        rateLimits.assign(tenant, account, plan.requestsPerMinute());
    }

    /** Calls that were bought, and the source they are booked under. */
    public record Extra(long calls, String source) {
    }
}

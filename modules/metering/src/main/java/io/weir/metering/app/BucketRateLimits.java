package io.weir.metering.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.RateLimits;
import io.weir.metering.domain.Holder;
import io.weir.metering.store.AccountLimitTable;
import io.weir.platform.api.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A token bucket for each account and for whatever else is to be limited; the accounts' limits are rows. */
@ApplicationScoped
public class BucketRateLimits implements RateLimits {
    private static final int MOST_LIMITS = 100_000;
    private final RecentlyRead<Holder, Integer> limits = new RecentlyRead<>(MOST_LIMITS, System::nanoTime);
    private final ConfiguredBuckets buckets;
    private final AccountLimitTable table;
    private final AfterCommit afterCommit;

    protected BucketRateLimits() {
        this(null, null, null);
    }

    @Inject
    public BucketRateLimits(ConfiguredBuckets buckets, AccountLimitTable table, AfterCommit afterCommit) {
        this.buckets = buckets;
        this.table = table;
        this.afterCommit = afterCommit;
    }

    @Override
    public void assign(TenantId tenant, AccountId account, int perMinute) {
        if (perMinute < 0) {
            throw Refusal.invalidField("perMinute", "OUT_OF_RANGE").asException();
        }
        table.assign(tenant, account, perMinute);
        afterCommit.run(() -> limits.forget(new Holder(tenant, account)));
    }

    @Override
    public Verdict request(TenantId tenant, AccountId account) {
        int perMinute = limits.get(new Holder(tenant, account),
                holder -> table.committed(holder.tenant(), holder.account()));
        return buckets.take("account/" + tenant + "/" + account, perMinute);
    }

    @Override
    public Verdict take(String bucket, int perMinute) {
        return buckets.take("other/" + bucket, perMinute);
    }
}

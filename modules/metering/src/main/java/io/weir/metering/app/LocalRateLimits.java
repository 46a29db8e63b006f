package io.weir.metering.app;

import io.github.bucket4j.TimeMeter;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.RateLimits;
import io.weir.metering.domain.Holder;
import io.weir.metering.store.AccountLimitTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Buckets in the memory of this node, so n nodes let through up to n times the limit. Quotas are exact; this only keeps
 * the peace.
 */
@ApplicationScoped
public class LocalRateLimits implements RateLimits {
    private static final int MOST_BUCKETS = 100_000;
    private final Buckets buckets = new Buckets(TimeMeter.SYSTEM_NANOTIME, MOST_BUCKETS);
    private final RecentlyRead<Holder, Integer> limits = new RecentlyRead<>(MOST_BUCKETS, System::nanoTime);
    private final AccountLimitTable table;
    private final AfterCommit afterCommit;

    protected LocalRateLimits() {
        this(null, null);
    }

    @Inject
    public LocalRateLimits(AccountLimitTable table, AfterCommit afterCommit) {
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

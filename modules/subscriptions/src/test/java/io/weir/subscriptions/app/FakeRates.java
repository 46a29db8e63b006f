package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.RateLimits;
import java.util.HashMap;
import java.util.Map;

final class FakeRates implements RateLimits {
    final Map<AccountId, Integer> perMinute = new HashMap<>();

    @Override
    public void assign(TenantId tenant, AccountId account, int limit) {
        perMinute.put(account, limit);
    }

    @Override
    public Verdict request(TenantId tenant, AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Verdict take(String bucket, int limit) {
        throw new UnsupportedOperationException();
    }
}

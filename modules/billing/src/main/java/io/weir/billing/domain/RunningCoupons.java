package io.weir.billing.domain;

import io.weir.kernel.api.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Coupons that run for subscriptions of the bound tenant. */
public interface RunningCoupons {
    Optional<RunningCoupon> of(UUID subscription);

    List<RunningCoupon> of(Collection<AccountId> accounts);

    void add(RunningCoupon coupon);
}

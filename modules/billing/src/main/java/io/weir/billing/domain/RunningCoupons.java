package io.weir.billing.domain;

import java.util.Optional;
import java.util.UUID;

/** Coupons that run for subscriptions of the bound tenant. */
public interface RunningCoupons {
    Optional<RunningCoupon> of(UUID subscription);

    void add(RunningCoupon coupon);
}

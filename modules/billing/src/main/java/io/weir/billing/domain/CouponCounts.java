package io.weir.billing.domain;

import io.weir.kernel.api.TenantId;
import java.util.OptionalLong;

/** How often coupons are taken. In the caller's transaction: who rolls back has taken nothing. */
public interface CouponCounts {
    /** Takes it once more, unless it is taken {@code most} times already. */
    boolean take(TenantId tenant, String code, OptionalLong most);

    void giveBack(TenantId tenant, String code);

    long taken(TenantId tenant, String code);
}

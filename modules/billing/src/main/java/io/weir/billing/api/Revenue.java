package io.weir.billing.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import java.util.UUID;

/** Money taken: sums over completed payments, in the tenant's currency. */
public interface Revenue {
    Money ofPlan(TenantId tenant, UUID plan);

    Money ofExtension(TenantId tenant, UUID extension);

    Money ofAllPlans(TenantId tenant);

    Money ofAllExtensions(TenantId tenant);
}

package io.weir.billing.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import java.util.UUID;

/**
 * Money taken, tax included: sums over paid invoices less their credit notes, in the tenant's currency. An invoice is
 * of the plan or the extension that it has a line of. Refused: {@code PLAN_NOT_FOUND}, {@code EXTENSION_NOT_FOUND}.
 */
public interface Revenue {
    Money ofPlan(TenantId tenant, UUID plan);

    Money ofExtension(TenantId tenant, UUID extension);

    Money ofAllPlans(TenantId tenant);

    Money ofAllExtensions(TenantId tenant);
}

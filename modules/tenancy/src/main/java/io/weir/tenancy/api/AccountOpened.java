package io.weir.tenancy.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;

/** Fired {@code @Together}: a new customer, who gets the tenant's free plan in the same transaction. */
public record AccountOpened(TenantId tenant, AccountId account) {
}

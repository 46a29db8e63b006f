package io.weir.metering.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;

/** One account of one tenant: whose allowances a batch locks together. */
public record Holder(TenantId tenant, AccountId account) {
}

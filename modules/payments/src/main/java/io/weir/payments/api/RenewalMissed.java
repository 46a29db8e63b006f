package io.weir.payments.api;

import io.weir.kernel.api.TenantId;

/** A gateway could not charge the next period; it may try again. Published through the outbox. */
public record RenewalMissed(TenantId tenant, String agreement, String account, String product, String words) {
}

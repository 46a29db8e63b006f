package io.weir.billing.api;

import io.weir.kernel.api.TenantId;

/** Published through the outbox: somebody wants a final invoice by mail once more. */
public record InvoiceMailRequested(TenantId tenant, String account, String invoice) {
}

package io.weir.billing.api;

import io.weir.kernel.api.TenantId;

/** Published through the outbox: an invoice or a credit note has become final and has its number. */
public record InvoiceIssued(TenantId tenant, String account, String invoice) {
}

package io.weir.billing.api;

import io.weir.kernel.api.TenantId;

/** An invoice that had been open is paid. Published through the outbox. */
public record InvoicePaid(TenantId tenant, String account, String invoice, String number) {
}

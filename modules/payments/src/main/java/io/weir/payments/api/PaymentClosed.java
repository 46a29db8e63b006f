package io.weir.payments.api;

import io.weir.kernel.api.TenantId;

/** No money will come: rejected, failed or cancelled. Published through the outbox. */
public record PaymentClosed(TenantId tenant, String payment, String status) {
}

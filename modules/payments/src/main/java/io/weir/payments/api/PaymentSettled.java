package io.weir.payments.api;

import io.weir.kernel.api.TenantId;

/** The money for this payment is there. Fired {@code @Together}, exactly once per payment. */
public record PaymentSettled(TenantId tenant, Payment payment) {
}

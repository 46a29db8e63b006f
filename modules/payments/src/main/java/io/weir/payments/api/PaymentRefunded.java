package io.weir.payments.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import java.util.UUID;

/**
 * Money of this payment is back with its payer. Fired {@code @Together}, exactly once per refund. {@code payment}: as
 * it stands since, {@code amount} included in what is refunded; {@code whole}: nothing is left to give back.
 */
public record PaymentRefunded(TenantId tenant, Payment payment, UUID refund, Money amount, boolean whole) {
}

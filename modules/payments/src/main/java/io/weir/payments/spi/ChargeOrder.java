package io.weir.payments.spi;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentId;
import java.time.Instant;

/**
 * A payment to be charged to what is kept of its payer. {@code method}: the gateway's name for that; {@code askedAt}:
 * when it was asked for the first time. Nothing in it changes from one try to the next.
 */
public record ChargeOrder(PaymentId payment, long orderCode, Money amount, String description, Payer payer,
        String method, Instant askedAt) {
}

package io.weir.payments.spi;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;

/** What a gateway is told of a payment. {@code reference}: for the payer's transfer. */
public record OpenOrder(PaymentId payment, long orderCode, Money amount, String description, String reference,
        Payments.Return returns) {
}

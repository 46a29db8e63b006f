package io.weir.payments.spi;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import java.util.Optional;

/**
 * What a gateway is told of a payment. {@code amount}: what is to be paid now. {@code reference}: for the payer's
 * transfer. {@code recurring}: what is bought goes on until it is cancelled; gateways that can't charge again on their
 * own take one payment. {@code payer}: whose money it is. {@code keepsMethod}: what is paid with is to be kept for
 * {@link OffSessionCharges}, with whatever consent the provider asks for; of what is recurring it is in any case.
 */
public record OpenOrder(PaymentId payment, long orderCode, Money amount, String description, String reference,
        Payment.Purpose purpose, Optional<Recurring> recurring, Payer payer, Payments.Return returns,
        boolean keepsMethod) {
    /** One after which nothing is kept. */
    public OpenOrder(PaymentId payment, long orderCode, Money amount, String description, String reference,
            Payment.Purpose purpose, Optional<Recurring> recurring, Payer payer, Payments.Return returns) {
        this(payment, orderCode, amount, description, reference, purpose, recurring, payer, returns, false);
    }
}

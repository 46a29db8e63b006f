package io.weir.paymentgateways.sandbox;

import io.weir.payments.api.PaymentStatus;

/** Where a checkout of the sandbox stands, and what a payment becomes by it. The last three are final. */
enum CheckoutStatus {
    OPEN(PaymentStatus.PROCESSING), PROCESSING(PaymentStatus.PROCESSING), PAID(PaymentStatus.COMPLETED),
    FAILED(PaymentStatus.FAILED), CANCELLED(PaymentStatus.CANCELLED);

    private final PaymentStatus payment;

    CheckoutStatus(PaymentStatus payment) {
        this.payment = payment;
    }

    boolean isOpen() {
        return this == OPEN || this == PROCESSING;
    }

    PaymentStatus payment() {
        return payment;
    }
}

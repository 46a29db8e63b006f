package io.weir.webportal;

import io.weir.payments.api.Payment;

/** Where a payment stands in its payer's eyes: what there is to do, or to wait for. */
enum PaymentState {
    /** A bank transfer that nothing has come of yet. */
    TRANSFER,
    /** Some of it came, the rest is to follow. */
    PARTLY_PAID,
    /** The gateway has not told yet: paid or not. */
    AT_GATEWAY,
    /** Something does not fit, and a person looks at it. */
    LOOKED_AT,
    DONE, REFUNDED, FAILED, CANCELLED;

    static PaymentState of(Payment payment) {
        return switch (payment.status()) {
            case PENDING, PROCESSING -> open(payment);
            case COMPLETED -> DONE;
            case REFUNDED -> REFUNDED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }

    private static PaymentState open(Payment payment) {
        if (payment.progress().attention().isPresent()) {
            return LOOKED_AT;
        }
        if (!payment.progress().received().isZero()) {
            return PARTLY_PAID;
        }
        return isByHand(payment) ? TRANSFER : AT_GATEWAY;
    }

    /** A transfer to the tenant's own account, which a person confirms. */
    static boolean isByHand(Payment payment) {
        return payment.checkout().instructions().isPresent() && payment.checkout().url().isEmpty();
    }

    /** Says whether a page that was opened earlier shows something else by now. */
    static String version(Payment payment) {
        return of(payment) + "." + payment.progress().received().minor() + "." + payment.progress().refunded().minor();
    }
}

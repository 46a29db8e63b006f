package io.weir.billing.app;

import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;

/** An extension or credits to buy: what the payment is for, what it is called there, and what it costs. */
record Sale(Payment.Purpose purpose, LineKind kind, String name, Money price) {
}

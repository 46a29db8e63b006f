package io.weir.billing.app;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;

/** Something to buy: what its payment is for, what it is called there, and what it costs. */
record Item(Payment.Purpose purpose, String name, Money price) {
}

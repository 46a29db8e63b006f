package io.weir.billing.app;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import io.weir.payments.api.Recurring;
import java.util.Optional;

/** Something to buy: what its payment is for, what it is called there, what it costs, and whether it goes on. */
record Item(Payment.Purpose purpose, String name, Money price, Optional<Recurring> recurring) {
    Item(Payment.Purpose purpose, String name, Money price) {
        this(purpose, name, price, Optional.empty());
    }
}

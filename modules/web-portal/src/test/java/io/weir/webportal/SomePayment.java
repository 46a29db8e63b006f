package io.weir.webportal;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** A payment of 99,000 dong to look at. */
record SomePayment(PaymentStatus status, long received, long refunded, Optional<String> attention,
        Payment.Checkout checkout) {
    private static final Currency VND = Currency.getInstance("VND");

    static SomePayment byTransfer(PaymentStatus status) {
        var instructions = new Payment.Instructions("ACB", "123", "Weir", "WR1", money(99_000));
        return new SomePayment(status, 0, 0, Optional.empty(), new Payment.Checkout(Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(instructions)));
    }

    static SomePayment atGateway(PaymentStatus status) {
        return new SomePayment(status, 0, 0, Optional.empty(), new Payment.Checkout(Optional.of("https://pay.example"),
                Optional.empty(), Optional.empty(), Optional.empty()));
    }

    SomePayment received(long amount) {
        return new SomePayment(status, amount, refunded, attention, checkout);
    }

    SomePayment refunded(long amount) {
        return new SomePayment(status, received, amount, attention, checkout);
    }

    SomePayment needsPerson() {
        return new SomePayment(status, received, refunded, Optional.of("currency"), checkout);
    }

    Payment payment() {
        return new Payment(new PaymentId(new UUID(1, 1)), 7, new AccountId(new UUID(1, 2)), new UserId(new UUID(1, 3)),
                money(99_000), "Premium", status, new Payment.Purpose("subscription", "x"), "manual", "WR1", checkout,
                Optional.empty(), Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty(),
                new Payment.Progress(money(received), money(refunded), attention, Optional.empty()));
    }

    private static Money money(long dong) {
        return new Money(dong, VND);
    }
}

package io.weir.paymentgateways.sandbox;

import io.weir.payments.api.PaymentStatus;
import io.weir.payments.spi.Fact;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a visitor of the checkout page can make happen, what the notice then says, and how that leaves the payment. */
enum SandboxOutcome {
    SUCCEED(Fact.Outcome.PAID, PaymentStatus.COMPLETED, "Sandbox: no money has moved"),
    DECLINE(Fact.Outcome.FAILED, PaymentStatus.FAILED, "Sandbox: card declined"),
    INSUFFICIENT_FUNDS(Fact.Outcome.FAILED, PaymentStatus.FAILED, "Sandbox: insufficient funds"),
    REQUIRES_AUTHENTICATION(Fact.Outcome.PROCESSING, PaymentStatus.PROCESSING, "Sandbox: waiting for authentication"),
    CANCEL(Fact.Outcome.CANCELLED, PaymentStatus.CANCELLED, "Sandbox: cancelled by the payer");

    private final Fact.Outcome said;
    private final PaymentStatus left;
    private final String words;

    SandboxOutcome(Fact.Outcome said, PaymentStatus left, String words) {
        this.said = said;
        this.left = left;
        this.words = words;
    }

    /** By the name on the wire: {@code insufficient_funds}. */
    static Optional<SandboxOutcome> named(String word) {
        return Arrays.stream(values()).filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    Fact.Outcome said() {
        return said;
    }

    PaymentStatus left() {
        return left;
    }

    String words() {
        return words;
    }
}

package io.weir.paymentgateways.sandbox;

import io.weir.payments.api.PaymentStatus;
import io.weir.payments.spi.Notice;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a visitor of the checkout page can make happen, what the notice then says, and how that leaves the payment. */
enum SandboxOutcome {
    SUCCEED(Notice.Outcome.PAID, PaymentStatus.COMPLETED, "Sandbox: no money has moved"),
    DECLINE(Notice.Outcome.FAILED, PaymentStatus.FAILED, "Sandbox: card declined"),
    INSUFFICIENT_FUNDS(Notice.Outcome.FAILED, PaymentStatus.FAILED, "Sandbox: insufficient funds"),
    REQUIRES_AUTHENTICATION(Notice.Outcome.PROCESSING, PaymentStatus.PROCESSING, "Sandbox: waiting for authentication"),
    CANCEL(Notice.Outcome.CANCELLED, PaymentStatus.CANCELLED, "Sandbox: cancelled by the payer");

    private final Notice.Outcome said;
    private final PaymentStatus left;
    private final String words;

    SandboxOutcome(Notice.Outcome said, PaymentStatus left, String words) {
        this.said = said;
        this.left = left;
        this.words = words;
    }

    /** By the name on the wire: {@code insufficient_funds}. */
    static Optional<SandboxOutcome> named(String word) {
        return Arrays.stream(values()).filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    Notice.Outcome said() {
        return said;
    }

    PaymentStatus left() {
        return left;
    }

    String words() {
        return words;
    }
}

package io.weir.paymentgateways.sandbox;

import io.weir.payments.spi.Fact;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a visitor of the checkout page can make happen, what the notice then says, and how it leaves the checkout. */
enum SandboxOutcome {
    SUCCEED(Fact.Outcome.PAID, CheckoutStatus.PAID, "Sandbox: no money has moved"),
    DECLINE(Fact.Outcome.FAILED, CheckoutStatus.FAILED, "Sandbox: card declined"),
    INSUFFICIENT_FUNDS(Fact.Outcome.FAILED, CheckoutStatus.FAILED, "Sandbox: insufficient funds"),
    REQUIRES_AUTHENTICATION(Fact.Outcome.PROCESSING, CheckoutStatus.PROCESSING,
            "Sandbox: waiting for authentication"),
    FAILS_ON_RENEWAL(Fact.Outcome.PAID, CheckoutStatus.PAID, "Sandbox: no money has moved"),
    CANCEL(Fact.Outcome.CANCELLED, CheckoutStatus.CANCELLED, "Sandbox: cancelled by the payer");

    private final Fact.Outcome said;
    private final CheckoutStatus left;
    private final String words;

    SandboxOutcome(Fact.Outcome said, CheckoutStatus left, String words) {
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

    CheckoutStatus left() {
        return left;
    }

    String words() {
        return words;
    }

    /** The card that does this; nobody cancels with a card. */
    Optional<TestCard> card() {
        return TestCard.named(name().toLowerCase(Locale.ROOT));
    }
}

package io.weir.payments.spi;

import io.weir.kernel.api.Money;
import java.time.Instant;
import java.util.Optional;

/** What a message says happened. Facts come twice and out of order; whoever applies them lets that change nothing. */
public sealed interface Fact {
    Subject subject();

    /**
     * How a payment stands. {@code amount} is there for money that came; {@code gatewayReference} names that money, for
     * refunds and for recognising it again. {@code agreement}: the one that this payment began.
     */
    record OfPayment(Subject subject, Outcome outcome, Optional<Money> amount, Optional<String> gatewayReference,
            Optional<String> words, Optional<AgreementState> agreement) implements Fact {
        public static OfPayment of(Subject subject, Outcome outcome, String words) {
            return new OfPayment(subject, outcome, Optional.empty(), Optional.empty(), Optional.of(words),
                    Optional.empty());
        }

        public static OfPayment paid(Subject subject, Money amount, String gatewayReference) {
            return new OfPayment(subject, Outcome.PAID, Optional.of(amount), Optional.of(gatewayReference),
                    Optional.empty(), Optional.empty());
        }

        public OfPayment beginning(AgreementState begun) {
            return new OfPayment(subject, outcome, amount, gatewayReference, words, Optional.of(begun));
        }
    }

    /**
     * PAID: all of it, by a provider that takes exact amounts; another amount waits for a person. RECEIVED: some money
     * came by a way on which payers choose the amount; too little leaves the payment open, too much is credited.
     */
    enum Outcome { PAID, RECEIVED, FAILED, CANCELLED, PROCESSING }

    /**
     * An agreement's next period was paid. {@code charge}: the provider's name for this one charge. {@code product}:
     * what the agreement is for since, when the provider says it.
     */
    record Renewed(Subject subject, String agreement, String charge, Money amount, Optional<String> product)
            implements Fact {
    }

    /** An agreement's next period was not paid; the provider may try again. */
    record RenewalFailed(Subject subject, String agreement, String charge, Optional<String> words) implements Fact {
    }

    /** How an agreement stands. {@code at} orders these among each other. */
    record AgreementChanged(Subject subject, AgreementState state, Instant at) implements Fact {
    }

    /** Money went back. {@code reference}: the provider's name for the refund; the subject names what was paid. */
    record Refunded(Subject subject, String reference, Money amount, RefundAnswer.Outcome outcome) implements Fact {
    }

    /** Of no consequence here. */
    record Nothing(Subject subject) implements Fact {
        public static final Nothing AT_ALL = new Nothing(Subject.NOBODY);
    }
}

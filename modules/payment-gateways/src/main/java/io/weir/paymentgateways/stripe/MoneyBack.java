package io.weir.paymentgateways.stripe;

import io.weir.payments.spi.Fact;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.payments.spi.Subject;
import java.util.Comparator;
import java.util.Optional;

/** A refund as Stripe tells it. One that we asked for bears our marks; the others are known by what they give back. */
record MoneyBack(Fields refund) {
    /**
     * A charge only says how much of it was refunded in all, and does not name the refunds since 2022-11-15; then
     * {@code refund.…} says it, and saying it twice under two names would give it back twice.
     */
    static Fact of(Fields charge) {
        return charge.items("refunds").stream().filter(Fields::isObject)
                .max(Comparator.comparingLong(refund -> refund.whole("created").orElse(0)))
                .map(newest -> new MoneyBack(newest).asFact(charge))
                .orElseGet(() -> new Fact.Nothing(subject(charge, charge)));
    }

    Fact asFact() {
        return asFact(refund);
    }

    Outcome outcome() {
        return switch (refund.requiredText("status")) {
            case "succeeded" -> Outcome.COMPLETED;
            case "pending", "requires_action" -> Outcome.PENDING;
            case "failed", "canceled" -> Outcome.FAILED;
            default -> Outcome.PENDING;
        };
    }

    private Fact asFact(Fields charge) {
        return new Fact.Refunded(subject(refund, charge), refund.requiredText("id"), refund.money("amount"), outcome());
    }

    private static Subject subject(Fields marked, Fields charged) {
        var money = charged.reference("invoice").or(() -> charged.reference("payment_intent"))
                .or(() -> charged.reference("charge")).or(() -> charged.text("id"));
        var subject = Marks.subject(marked.at("metadata"), money, Optional.empty());
        return subject.payment().isPresent() || marked == charged ? subject
                : Marks.subject(charged.at("metadata"), money, Optional.empty());
    }
}

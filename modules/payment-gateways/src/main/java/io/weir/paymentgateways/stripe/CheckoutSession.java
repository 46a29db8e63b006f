package io.weir.paymentgateways.stripe;

import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.OfPayment;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import java.util.Optional;

/**
 * A checkout as Stripe tells it, in an event or when asked.
 *
 * <p>The same money has one name wherever it is told of: a single payment is its payment intent, what an agreement is
 * charged is its invoice. (An invoice does not name its payment intent since 2025-03-31, nor the other way round, so
 * each is known by the one that its events have in common.)
 */
record CheckoutSession(Fields session) {
    Subject subject() {
        var subject = Marks.subject(session.at("metadata"), money(), session.reference("subscription"));
        return subject.payment().isPresent() ? subject : new Subject(
                Marks.payment(session.text("client_reference_id")), subject.orderCode(), subject.gatewayReference(),
                subject.agreement());
    }

    /** A page that only keeps a card is no payment. */
    boolean isPayment() {
        return !session.says("mode", "setup");
    }

    boolean isOpen() {
        return session.says("status", "open");
    }

    /** Of a session that is complete. Money that a bank takes days for is not there yet. */
    OfPayment completed() {
        return switch (session.requiredText("payment_status")) {
            case "paid", "no_payment_required" -> paid();
            default -> OfPayment.of(subject(), Outcome.PROCESSING, "Stripe waits for the payer's bank");
        };
    }

    private OfPayment paid() {
        var reference = money().orElseThrow(() -> new UnreadableNoticeException("no id"));
        var paid = OfPayment.paid(subject(), session.money("amount_total"), reference);
        return agreement().map(paid::beginning).orElse(paid);
    }

    OfPayment failed() {
        return OfPayment.of(subject(), Outcome.FAILED, session.text("payment_intent", "last_payment_error", "message")
                .orElse("The payer's bank did not pay"));
    }

    OfPayment expired() {
        return OfPayment.of(subject(), Outcome.CANCELLED, "The checkout at Stripe has expired");
    }

    /**
     * What a session says that was asked for with its payment intent and its subscription in full. Empty while the
     * payer may still pay.
     */
    Optional<OfPayment> standing() {
        return switch (session.requiredText("status")) {
            case "complete" -> Optional.of(hasFailed() ? failed() : completed());
            case "expired" -> Optional.of(expired());
            default -> Optional.empty();
        };
    }

    Fact asFact() {
        return isPayment() ? completed() : new Fact.Nothing(subject());
    }

    private boolean hasFailed() {
        var intent = session.at("payment_intent");
        var gaveUp = intent.says("status", "requires_payment_method") || intent.says("status", "canceled")
                || session.at("subscription").says("status", "incomplete_expired");
        return session.says("payment_status", "unpaid") && gaveUp;
    }

    private Optional<String> money() {
        var own = session.says("mode", "subscription") ? session.reference("invoice")
                : session.reference("payment_intent");
        return own.or(() -> session.text("id"));
    }

    private Optional<AgreementState> agreement() {
        var told = new Subscription(session.at("subscription"));
        return told.isInFull() ? Optional.of(told.state())
                : session.reference("subscription").map(id -> new AgreementState(id, session.reference("customer"),
                        AgreementState.Status.ACTIVE, false, Optional.empty(),
                        session.text("metadata", Marks.PRODUCT)));
    }
}

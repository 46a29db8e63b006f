package io.weir.paymentgateways.stripe;

import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.AgreementChanged;
import io.weir.payments.spi.Fact.Nothing;
import io.weir.payments.spi.Fact.OfPayment;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.UnreadableNoticeException;
import java.util.Optional;

/** Stripe's envelope. What is in it is told apart by the type; a type of no meaning to us is kept and does nothing. */
record StripeEvent(Fields event) {
    /** @throws UnreadableNoticeException when the bytes are no event */
    static StripeEvent parse(byte[] body) {
        return new StripeEvent(Fields.parse(body));
    }

    Notice toNotice() {
        return new Notice(event.requiredText("id"), event.requiredText("type"), event.instant("created"), fact());
    }

    private Fact fact() {
        return switch (event.requiredText("type")) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> session().asFact();
            case "checkout.session.async_payment_failed" -> ofPayment(session(), session().failed());
            case "checkout.session.expired" -> ofPayment(session(), session().expired());
            case "customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted",
                    "customer.subscription.paused", "customer.subscription.resumed" -> agreementChanged();
            case "invoice.paid", "invoice.payment_succeeded" -> new Invoice(object()).paid();
            case "invoice.payment_failed" -> new Invoice(object()).failed();
            case "payment_intent.succeeded" -> intentSucceeded();
            case "payment_intent.payment_failed", "payment_intent.canceled" -> intentFailed();
            case "charge.refunded" -> MoneyBack.of(object());
            case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" ->
                    new MoneyBack(object()).asFact();
            default -> other();
        };
    }

    private Fact agreementChanged() {
        var subscription = new Subscription(object());
        var at = event.instant("created").orElseThrow(() -> new UnreadableNoticeException("no created"));
        return subscription.hasBegun() ? new AgreementChanged(subscription.subject(), subscription.state(), at)
                : new Nothing(subscription.subject());
    }

    /** One that an invoice made has none of our marks; its money is told by the invoice. */
    private Fact intentSucceeded() {
        var intent = object();
        var subject = Marks.subject(intent.at("metadata"), intent.text("id"), Optional.empty());
        return subject.payment().isEmpty() ? new Nothing(subject)
                : OfPayment.paid(subject, intent.money("amount_received"), intent.requiredText("id"));
    }

    /** At a checkout the payer may try again, until it expires. */
    private Fact intentFailed() {
        var intent = new StripeIntent(object());
        return intent.isOffSession() ? intent.fact() : other();
    }

    private static Fact ofPayment(CheckoutSession session, OfPayment said) {
        return session.isPayment() ? said : new Nothing(session.subject());
    }

    private Fact other() {
        var object = event.at("data", "object");
        return new Nothing(Marks.subject(object.at("metadata"), Optional.empty(), object.reference("subscription")));
    }

    private CheckoutSession session() {
        return new CheckoutSession(object());
    }

    private Fields object() {
        return event.required("data", "object");
    }
}

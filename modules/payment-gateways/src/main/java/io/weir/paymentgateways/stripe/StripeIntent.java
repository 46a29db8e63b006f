package io.weir.paymentgateways.stripe;

import io.weir.payments.api.Decline;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.ChargeAnswer;
import io.weir.payments.spi.Fact.OfPayment;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.payments.spi.Subject;
import java.util.Optional;

/**
 * A payment intent as Stripe tells it, in an event or when asked. Of a checkout only its money counts, because the
 * payer may try again there; one that was charged while the payer was not there has had its only try.
 */
record StripeIntent(Fields intent) {
    private static final String GENERIC = "generic_decline";

    /** What becomes known by the code; the bank's own word says more than that the card was declined. */
    static Decline why(Optional<String> code, Optional<String> bank, String words) {
        return new Decline(bank.filter(word -> !word.equals(GENERIC)).or(() -> code).orElse(Decline.CARD_DECLINED),
                words);
    }

    boolean isOffSession() {
        return intent.at("metadata").says(Marks.CHARGE, Marks.OFF_SESSION);
    }

    boolean isOf(PaymentId payment) {
        return subject().payment().equals(Optional.of(payment));
    }

    Subject subject() {
        return Marks.subject(intent.at("metadata"), intent.text("id"), Optional.empty());
    }

    ChargeAnswer answer() {
        return switch (intent.requiredText("status")) {
            case "succeeded" -> new ChargeAnswer.Paid(intent.requiredText("id"), intent.money("amount_received"));
            case "processing" -> new ChargeAnswer.Pending(intent.requiredText("id"));
            case "requires_action" -> new ChargeAnswer.Declined(new Decline(Decline.AUTHENTICATION_REQUIRED,
                    "The payer's bank asks the payer to confirm"));
            default -> new ChargeAnswer.Declined(decline());
        };
    }

    /** The same, as a notice tells it. */
    OfPayment fact() {
        var answer = answer();
        if (answer instanceof ChargeAnswer.Paid paid) {
            return OfPayment.paid(subject(), paid.amount(), paid.reference());
        }
        return answer instanceof ChargeAnswer.Declined declined
                ? OfPayment.of(subject(), Outcome.FAILED, declined.why().words())
                : OfPayment.of(subject(), Outcome.PROCESSING, "Stripe waits for the payer's bank");
    }

    private Decline decline() {
        var error = intent.at("last_payment_error");
        return why(error.text("code"), error.text("decline_code"),
                error.text("message").orElse("The payer's bank did not pay"));
    }
}

package io.weir.payments.domain;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.payments.api.CardNumbers;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Refund;
import io.weir.payments.spi.RefundAnswer;
import java.util.List;
import java.util.Optional;

/** How much may be given back, and what a gateway's answer makes of a refund. */
public final class RefundRules {
    private static final int LONGEST_REASON = 255;

    private RefundRules() {
    }

    /** Answers what is to be given back: what was wished, or all that is neither back nor on its way. */
    public static Money amount(PaymentEntity payment, List<Refund> earlier, Optional<Money> wished) {
        if (payment.status() != PaymentStatus.COMPLETED) {
            throw Refusal.conflict("PAYMENT_NOT_REFUNDABLE").with("paymentStatus", payment.status().word())
                    .asException();
        }
        var left = left(payment, earlier);
        var amount = wished.orElse(left);
        if (!amount.currency().equals(left.currency())) {
            throw Refusal.invalid("CURRENCY_MISMATCH").asException();
        }
        if (wished.isPresent() && amount.minor() <= 0) {
            throw Refusal.invalid("AMOUNT_NOT_POSITIVE").asException();
        }
        if (amount.minor() <= 0 || amount.compareTo(left) > 0) {
            throw Refusal.conflict("REFUND_TOO_MUCH").with("refundable", left.major()).asException();
        }
        return amount;
    }

    /** What is neither back nor on its way. */
    public static Money left(PaymentEntity payment, List<Refund> earlier) {
        return earlier.stream().filter(refund -> refund.status().isOpen()).map(Refund::amount)
                .reduce(payment.toPayment().refundable(), Money::minus);
    }

    public static String reason(String given) {
        var reason = given == null ? "" : given.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalidField("reason", reason.isEmpty() ? "REQUIRED" : "TOO_LONG").asException();
        }
        CardNumbers.refuse(reason);
        return reason;
    }

    /** What is to be done about a refund that stands like this, when a gateway says that. */
    public enum Step { NONE, COMPLETE, WAIT, FAIL, ATTEND }

    /**
     * Answers come twice and out of order. One that contradicts what was decided changes nothing here: whether what
     * was taken back is given again, a person has to say.
     */
    public static Step step(Refund.Status standing, RefundAnswer.Outcome said) {
        return switch (standing) {
            case ASKED, PENDING -> switch (said) {
                case COMPLETED -> Step.COMPLETE;
                case PENDING -> Step.WAIT;
                case FAILED -> Step.FAIL;
            };
            case COMPLETED -> said == RefundAnswer.Outcome.FAILED ? Step.ATTEND : Step.NONE;
            case FAILED -> said == RefundAnswer.Outcome.COMPLETED ? Step.ATTEND : Step.NONE;
        };
    }
}

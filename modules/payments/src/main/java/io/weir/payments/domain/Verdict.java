package io.weir.payments.domain;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.Outcome;
import java.util.Optional;

/**
 * What a gateway's fact does to its payment, and the words that the inbox keeps of it. Facts come twice and out of
 * order: one that finds its payment decided changes nothing, except that money which came is never lost. Money that
 * does not fit changes nothing either: it waits for a person, and the log says so.
 */
public record Verdict(Step step, String result, boolean needsPerson) {
    /** The verb to call, or none. RECEIVE: money came. ATTEND: a person has to look at an open payment. */
    public enum Step { NONE, PROCESS, RECEIVE, FAIL, CANCEL, ATTEND }

    public static final Verdict UNKNOWN_ORDER = new Verdict(Step.NONE, "unknown order", true);
    public static final Verdict OTHER_GATEWAY = new Verdict(Step.NONE, "payment of another gateway", true);
    public static final Verdict COUNTED_BY_HAND =
            new Verdict(Step.NONE, "money of a payment that a person has approved", true);
    public static final Verdict IGNORED = new Verdict(Step.NONE, "ignored", false);

    /**
     * How the payment stands: what was asked for, whether some of it came or a person has to look, and under which name
     * the money is known that completed it.
     */
    public record Standing(PaymentStatus status, Money due, boolean isKept, Optional<String> money) {
    }

    public static Verdict of(Fact.OfPayment fact, PaymentEntity payment) {
        return of(fact, new Standing(payment.status(), payment.amount(),
                payment.hasMoney() || payment.needsPerson(), payment.toPayment().gatewayReference()));
    }

    static Verdict of(Fact.OfPayment fact, Standing payment) {
        return switch (fact.outcome()) {
            case PAID, RECEIVED -> money(fact, payment);
            case FAILED -> ended(payment, Step.FAIL, "failed");
            case CANCELLED -> ended(payment, Step.CANCEL, "cancelled");
            case PROCESSING -> whenOpen(payment, new Verdict(
                    payment.status() == PaymentStatus.PENDING ? Step.PROCESS : Step.NONE, "processing", false));
        };
    }

    private static Verdict money(Fact.OfPayment fact, Standing payment) {
        var fits = fact.amount().filter(paid -> paid.minor() > 0)
                .filter(paid -> paid.currency().equals(payment.due().currency()))
                .filter(paid -> fact.outcome() == Outcome.RECEIVED || paid.equals(payment.due()));
        if (fits.isEmpty()) {
            return odd(payment, "amount mismatch: " + fact.amount().map(Money::toString).orElse("none") + " for "
                    + payment.due());
        }
        return switch (payment.status()) {
            case PENDING, PROCESSING -> new Verdict(Step.RECEIVE, "money received: " + fits.get(), false);
            case FAILED, CANCELLED -> new Verdict(Step.RECEIVE,
                    "paid after it was " + payment.status().word() + "; credited to the account", true);
            // Whoever takes exact amounts tells of the same money more than once; a transfer is told once for each.
            case COMPLETED, REFUNDED -> fact.outcome() == Outcome.PAID ? again(fact, payment)
                    : new Verdict(Step.RECEIVE, "known, or credited to the account", false);
        };
    }

    /** Whoever takes exact amounts has one name for the money; another name is other money. */
    private static Verdict again(Fact.OfPayment fact, Standing payment) {
        boolean isOther = payment.money().isPresent() && fact.gatewayReference().isPresent()
                && !payment.money().equals(fact.gatewayReference());
        return isOther ? odd(payment, "paid once more: " + fact.gatewayReference().get()) : already(payment);
    }

    /** What has come in part, or waits for a person, is not given up because no more will come. */
    private static Verdict ended(Standing payment, Step step, String result) {
        return payment.status().isOpen() && payment.isKept() ? odd(payment, result + " while a person has to look")
                : whenOpen(payment, new Verdict(step, result, false));
    }

    private static Verdict whenOpen(Standing payment, Verdict verdict) {
        return payment.status().isOpen() ? verdict : already(payment);
    }

    private static Verdict already(Standing payment) {
        return new Verdict(Step.NONE, "already " + payment.status().word(), false);
    }

    private static Verdict odd(Standing payment, String result) {
        return new Verdict(payment.status().isOpen() ? Step.ATTEND : Step.NONE, result, true);
    }
}

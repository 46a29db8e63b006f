package io.weir.paymentgateways.stripe;

import io.weir.kernel.api.Money;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.OfPayment;
import io.weir.payments.spi.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A charge under an agreement. Its agreement stood on the invoice until 2025-03-31, since then under {@code parent}.
 * The metadata there are the agreement's when the invoice was made: they name the payment that began it, and the
 * product as it is then.
 */
record Invoice(Fields invoice) {
    /** A trial, or a change that gives more back than it asks, is nobody's payment. */
    Fact paid() {
        var settled = settled();
        if (agreement().isEmpty() || settled.isZero() || settled.isNegative()) {
            return new Fact.Nothing(subject());
        }
        return isFirst() ? OfPayment.paid(subject(), settled, id()).beginning(state())
                : new Fact.Renewed(subject(), agreement().get(), id(), settled, product());
    }

    /** A first charge that fails leaves the checkout open: the payer tries another card there. */
    Fact failed() {
        return agreement().isEmpty() || isFirst() ? new Fact.Nothing(subject())
                : new Fact.RenewalFailed(subject(), agreement().get(), id(), Optional.of(words()));
    }

    /** What is told of it when it is asked for; nothing of a first charge, which is its payment's. */
    Optional<Fact> charged() {
        return invoice.says("status", "paid") ? Optional.of(paid()).filter(Fact.Renewed.class::isInstance)
                : Optional.empty();
    }

    /** Stripe has tried in vain, and may try again. */
    Optional<Fact> missed() {
        boolean isTried = invoice.says("status", "open") && invoice.whole("attempt_count").orElse(0) > 0;
        return isTried || invoice.says("status", "uncollectible")
                ? Optional.of(failed()).filter(Fact.RenewalFailed.class::isInstance) : Optional.empty();
    }

    /** It is for a period that has begun, and Stripe has not tried yet: it waits an hour first. */
    boolean isAwaited() {
        boolean isUntried = invoice.says("status", "draft")
                || invoice.says("status", "open") && invoice.whole("attempt_count").orElse(0) == 0;
        return isUntried && invoice.says("billing_reason", "subscription_cycle")
                && invoice.whole("amount_due").orElse(0) > 0;
    }

    boolean isVoid() {
        return invoice.says("status", "void");
    }

    Subject subject() {
        return Marks.subject(metadata(), invoice.text("id"), agreement());
    }

    private String id() {
        return invoice.requiredText("id");
    }

    private boolean isFirst() {
        return invoice.says("billing_reason", "subscription_create");
    }

    /** What is settled of it, also by credit that the customer had at Stripe: for this the payer owes no more. */
    private Money settled() {
        var total = invoice.whole("total");
        return total.isEmpty() ? invoice.money("amount_paid")
                : invoice.money(total.getAsLong() - invoice.whole("amount_remaining").orElse(0));
    }

    private Optional<String> agreement() {
        return invoice.reference("parent", "subscription_details", "subscription")
                .or(() -> invoice.reference("subscription"));
    }

    private AgreementState state() {
        return new AgreementState(agreement().orElseThrow(), invoice.reference("customer"), Status.ACTIVE, false,
                paidUntil(), product());
    }

    private Optional<Instant> paidUntil() {
        return invoice.items("lines").stream().flatMap(line -> line.instant("period", "end").stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<String> product() {
        return metadata().text(Marks.PRODUCT).or(() -> invoice.items("lines").stream()
                .flatMap(line -> line.text("price", "metadata", Marks.PRODUCT).stream()).findFirst());
    }

    private Fields metadata() {
        return Stream.of(invoice.at("parent", "subscription_details", "metadata"),
                        invoice.at("subscription_details", "metadata"))
                .filter(Fields::isObject).findFirst().orElseGet(() -> invoice.at("metadata"));
    }

    private String words() {
        var next = invoice.instant("next_payment_attempt").map(at -> "Stripe tries again at " + at)
                .orElse("Stripe does not try again");
        return "Charge failed, attempt " + invoice.whole("attempt_count").orElse(1) + "; " + next;
    }
}

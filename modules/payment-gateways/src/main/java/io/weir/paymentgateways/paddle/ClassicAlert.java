package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.weir.kernel.api.Money;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Classic's message, an alert: a form whose {@code alert_name} says what happened. Times are UTC, to the second. A
 * purchase of what is not in the catalogue is told in a form of its own, whose fields begin with {@code p_}.
 */
record ClassicAlert(ClassicForm form, IdSeal seal) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    static ClassicAlert of(byte[] body, IdSeal seal) {
        return new ClassicAlert(ClassicForm.of(body), seal);
    }

    Notice notice() {
        if (form.field("alert_name").isEmpty()) {
            var order = form.required("p_order_id");
            return new Notice("fulfillment-" + order, "fulfillment", at(), new Fact.Nothing(subject(order)));
        }
        return new Notice(form.required("alert_id"), form.required("alert_name"), at(), fact());
    }

    Optional<Subject> claimed() {
        var order = form.field("order_id").or(() -> form.field("p_order_id"));
        return Optional.of(new Subject(ours().payment(), ours().orderCode(), order, form.field("subscription_id")))
                .filter(subject -> !subject.equals(Subject.NOBODY));
    }

    private Fact fact() {
        return switch (form.required("alert_name")) {
            case "payment_succeeded" -> paid();
            case "subscription_payment_succeeded" -> isFirst() ? begunByPayment() : renewed();
            case "subscription_payment_failed" -> new Fact.RenewalFailed(ofAgreement(false), agreement(), charge(),
                    form.field("attempt_number").map(attempt -> "attempt " + attempt + " failed"));
            case "payment_refunded", "subscription_payment_refunded" -> refunded();
            case "subscription_created", "subscription_updated", "subscription_cancelled" ->
                    new Fact.AgreementChanged(ofAgreement(isAsAsked()), state(), at().orElseThrow(
                            () -> new UnreadableNoticeException("no event_time")));
            default -> new Fact.Nothing(claimed().orElse(Subject.NOBODY));
        };
    }

    private Fact.OfPayment paid() {
        var order = form.required("order_id");
        return Fact.OfPayment.paid(subject(order), received(), order);
    }

    private Fact.OfPayment begunByPayment() {
        var isCopied = ours().payment().isPresent() && !ours().isAsked(received());
        return isCopied ? paid() : paid().beginning(begun());
    }

    private Fact renewed() {
        var received = received();
        var isAsAsked = ours().isAsked(received);
        return new Fact.Renewed(ofAgreement(isAsAsked), agreement(), charge(), received, product(isAsAsked));
    }

    /** Classic names no refund; the key that went along with our own does. */
    private Fact refunded() {
        var reference = form.field("refund_reason").flatMap(RefundReason::key)
                .orElseGet(() -> form.required("alert_id"));
        var amount = Amounts.major(form.required("gross_refund"), form.required("currency"));
        return new Fact.Refunded(Subject.ofMoney(form.required("order_id")), reference, amount,
                RefundAnswer.Outcome.COMPLETED);
    }

    private AgreementState begun() {
        return new AgreementState(agreement(), form.field("user_id"), Status.ACTIVE, false, day("next_bill_date"),
                product(ours().isAsked(received())));
    }

    /**
     * A cancelled one is told as deleted at once, and is paid for until its date; there is no second alert on that day.
     */
    private AgreementState state() {
        var ends = day("cancellation_effective_date");
        var endsLater = ends.filter(date -> at().filter(date::isAfter).isPresent()).isPresent();
        var raw = form.required("status");
        var status = endsLater ? Status.ACTIVE : ClassicStatus.of(raw);
        return new AgreementState(agreement(), form.field("user_id"), status, endsLater || ClassicStatus.isPaused(raw),
                ends.or(() -> day("next_bill_date").filter(date -> status != Status.PAST_DUE)), product(isAsAsked()));
    }

    /** Of a payment that was ours to ask for; not by its agreement, under which there are others. */
    private Subject subject(String order) {
        return new Subject(ours().payment(), ours().orderCode(), Optional.of(order), Optional.empty());
    }

    private Subject ofAgreement(boolean isAsAsked) {
        return isAsAsked ? new Subject(ours().payment(), ours().orderCode(), Optional.empty(),
                Optional.of(agreement())) : Subject.ofAgreement(agreement());
    }

    private String agreement() {
        return form.required("subscription_id");
    }

    private String charge() {
        return form.field("order_id").orElseGet(() -> form.required("subscription_payment_id"));
    }

    private boolean isFirst() {
        return form.field("initial_payment").filter("1"::equals).isPresent();
    }

    private Money received() {
        var currency = form.required("currency");
        var tax = Amounts.major(form.field("payment_tax").orElse("0"), currency);
        return Amounts.received(Amounts.major(form.required("sale_gross"), currency), tax, ours());
    }

    /**
     * Told only while the plan is the one that was bought with our passthrough, for the price that we asked: it may
     * have been copied to a cheaper purchase.
     */
    private Optional<String> product(boolean isPaidFor) {
        return isPaidFor && ours().isOfPlan(form.field("subscription_plan_id")) ? ours().product(Optional.empty())
                : Optional.empty();
    }

    /** Alerts of a subscription tell its price, new or as it was. */
    private boolean isAsAsked() {
        return form.field("new_price").or(() -> form.field("unit_price"))
                .map(price -> Amounts.major(price, form.required("currency"))).filter(ours()::isAsked).isPresent();
    }

    private OurIds ours() {
        return OurIds.read(form.field("passthrough").flatMap(PaddleJson::tree).orElse(MissingNode.getInstance()),
                seal);
    }

    private Optional<Instant> at() {
        try {
            return form.field("event_time").map(text -> LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw new UnreadableNoticeException("no event_time", e);
        }
    }

    private Optional<Instant> day(String name) {
        return form.field(name).map(PaddleJson::day);
    }
}

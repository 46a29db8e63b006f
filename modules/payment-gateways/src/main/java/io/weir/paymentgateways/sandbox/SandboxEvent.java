package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Money;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.Subject;
import io.weir.platform.api.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sandbox's notice as it travels. {@code type} such as {@code payment.paid}; {@code orderCode} is zero when it is
 * about no order; {@code amount} in minor units; {@code reference} names the money, the charge or the refund; {@code
 * charge} what a refund is of.
 */
record SandboxEvent(String id, String type, boolean sandbox, long orderCode, long amount, Currency currency,
                    Optional<String> reference, String message, Optional<Instant> occurredAt,
                    Optional<AgreementState> agreement, Optional<String> charge) {
    static final String PAID = "payment.paid";
    static final String FAILED = "payment.failed";
    static final String CANCELLED = "payment.cancelled";
    static final String PROCESSING = "payment.processing";
    static final String AGREEMENT = "agreement.updated";
    static final String RENEWED = "agreement.renewed";
    static final String NOT_RENEWED = "agreement.renewal_failed";
    static final String REFUND_COMPLETED = "refund.completed";
    static final String REFUND_FAILED = "refund.failed";
    static final String TEST = "test.notice";

    SandboxEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(currency, "currency");
        occurredAt = occurredAt == null ? Optional.empty() : occurredAt;
        agreement = agreement == null ? Optional.empty() : agreement;
        reference = reference == null ? Optional.empty() : reference;
        charge = charge == null ? Optional.empty() : charge;
    }

    /** Empty for what is no such event. */
    static Optional<SandboxEvent> read(byte[] body) {
        try {
            return Optional.ofNullable(Json.read(new String(body, StandardCharsets.UTF_8), SandboxEvent.class));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    byte[] toBody() {
        return Json.write(this).getBytes(StandardCharsets.UTF_8);
    }

    Notice toNotice() {
        return new Notice(id, type, occurredAt, fact());
    }

    Subject subject() {
        return new Subject(Optional.empty(), orderCode > 0 ? OptionalLong.of(orderCode) : OptionalLong.empty(),
                charge, agreement.map(AgreementState::reference));
    }

    /** A type of no meaning to us is stored and ignored, as with any gateway that invents new ones. */
    private Fact fact() {
        return switch (type) {
            case PAID -> payment(Fact.Outcome.PAID);
            case FAILED -> payment(Fact.Outcome.FAILED);
            case CANCELLED -> payment(Fact.Outcome.CANCELLED);
            case PROCESSING -> payment(Fact.Outcome.PROCESSING);
            case AGREEMENT -> agreement.<Fact>map(state -> new Fact.AgreementChanged(subject(), state,
                    occurredAt.orElse(Instant.EPOCH))).orElseGet(this::nothing);
            case RENEWED -> agreement.<Fact>map(state -> new Fact.Renewed(subject(), state.reference(),
                    reference.orElse(id), money(), state.product())).orElseGet(this::nothing);
            case NOT_RENEWED -> agreement.<Fact>map(state -> new Fact.RenewalFailed(subject(), state.reference(),
                    reference.orElse(id), Optional.ofNullable(message))).orElseGet(this::nothing);
            case REFUND_COMPLETED -> refund(RefundAnswer.Outcome.COMPLETED);
            case REFUND_FAILED -> refund(RefundAnswer.Outcome.FAILED);
            default -> nothing();
        };
    }

    private Fact.OfPayment payment(Fact.Outcome outcome) {
        return new Fact.OfPayment(subject(), outcome, Optional.of(money()), reference, Optional.ofNullable(message),
                outcome == Fact.Outcome.PAID ? agreement : Optional.empty());
    }

    private Fact refund(RefundAnswer.Outcome outcome) {
        return new Fact.Refunded(subject(), reference.orElse(id), money(), outcome);
    }

    private Fact nothing() {
        return new Fact.Nothing(subject());
    }

    private Money money() {
        return new Money(amount, currency);
    }
}

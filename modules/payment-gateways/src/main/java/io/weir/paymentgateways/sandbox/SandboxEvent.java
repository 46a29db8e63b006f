package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.Subject;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Json;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The sandbox's notice as it travels. {@code type} such as {@code payment.paid}; {@code amount} in minor units. */
record SandboxEvent(String id, String type, boolean sandbox, long orderCode, long amount, Currency currency,
                    Optional<String> reference, String message) {
    private static final String PREFIX = "payment.";

    SandboxEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(currency, "currency");
    }

    static SandboxEvent of(Payment payment, SandboxOutcome outcome) {
        var id = "sbx_" + Ids.next();
        var reference = outcome == SandboxOutcome.SUCCEED ? Optional.of(id) : Optional.<String>empty();
        return new SandboxEvent(id, PREFIX + outcome.said().name().toLowerCase(Locale.ROOT), true, payment.orderCode(),
                payment.amount().minor(), payment.amount().currency(), reference, outcome.words());
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

    /** A type of no meaning to us is stored and ignored, as with any gateway that invents new ones. */
    Notice toNotice() {
        return new Notice(id, type, Optional.empty(), outcome().<Fact>map(this::fact)
                .orElse(new Fact.Nothing(Subject.ofOrder(orderCode))));
    }

    private Fact.OfPayment fact(Fact.Outcome outcome) {
        return new Fact.OfPayment(Subject.ofOrder(orderCode), outcome, Optional.of(new Money(amount, currency)),
                reference, Optional.ofNullable(message), Optional.empty());
    }

    private Optional<Fact.Outcome> outcome() {
        return switch (type) {
            case PREFIX + "paid" -> Optional.of(Fact.Outcome.PAID);
            case PREFIX + "failed" -> Optional.of(Fact.Outcome.FAILED);
            case PREFIX + "cancelled" -> Optional.of(Fact.Outcome.CANCELLED);
            case PREFIX + "processing" -> Optional.of(Fact.Outcome.PROCESSING);
            default -> Optional.empty();
        };
    }
}

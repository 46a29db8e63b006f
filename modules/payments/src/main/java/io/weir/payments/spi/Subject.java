package io.weir.payments.spi;

import io.weir.payments.api.PaymentId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a message is about, by whatever names it gives: our payment's id or order code, the gateway's name for the
 * money, or for the agreement that it was taken under. Looked up in that order; the first that is known counts.
 */
public record Subject(Optional<PaymentId> payment, OptionalLong orderCode, Optional<String> gatewayReference,
        Optional<String> agreement) {
    public static final Subject NOBODY =
            new Subject(Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());

    public Subject {
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(orderCode, "orderCode");
        Objects.requireNonNull(gatewayReference, "gatewayReference");
        Objects.requireNonNull(agreement, "agreement");
    }

    public static Subject of(PaymentId payment) {
        return new Subject(Optional.of(payment), OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    public static Subject ofOrder(long code) {
        return new Subject(Optional.empty(), OptionalLong.of(code), Optional.empty(), Optional.empty());
    }

    public static Subject ofMoney(String gatewayReference) {
        return new Subject(Optional.empty(), OptionalLong.empty(), Optional.of(gatewayReference), Optional.empty());
    }

    public static Subject ofAgreement(String agreement) {
        return new Subject(Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.of(agreement));
    }

    /** The same, also by the gateway's name for the agreement. */
    public Subject under(String other) {
        return new Subject(payment, orderCode, gatewayReference, Optional.of(other));
    }
}

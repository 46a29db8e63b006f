package io.weir.payments.spi;

import io.weir.payments.api.Payment;
import java.time.Instant;
import java.util.Optional;

/**
 * A checkout that was opened. {@code expiresAt}: when the provider closes it by itself. {@code settled}: for money
 * that is there already, the gateway's own name for it; then nobody waits for a notice.
 */
public record Opened(Payment.Checkout checkout, Optional<Instant> expiresAt, Optional<String> settled) {
    public static Opened of(Payment.Checkout checkout) {
        return new Opened(checkout, Optional.empty(), Optional.empty());
    }

    public static Opened until(Payment.Checkout checkout, Instant expiresAt) {
        return new Opened(checkout, Optional.of(expiresAt), Optional.empty());
    }
}

package io.weir.payments.spi;

import io.weir.kernel.api.Money;
import java.util.Optional;

/**
 * A gateway's verified message. {@code eventKey} is its own unique name for the event; {@code amount} must match the
 * payment's.
 */
public record Notice(String eventKey, long orderCode, Outcome outcome, Money amount, Optional<String> gatewayReference,
        Optional<String> words) {
    /** What it says of the payment. IGNORED: known and of no consequence. */
    public enum Outcome { PAID, FAILED, CANCELLED, PROCESSING, IGNORED }
}

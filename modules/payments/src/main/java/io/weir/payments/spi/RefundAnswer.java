package io.weir.payments.spi;

import java.util.Optional;

/** What a gateway says to a refund. {@code reference}: its name for it; {@code words}: why not. */
public record RefundAnswer(Outcome outcome, Optional<String> reference, Optional<String> words) {
    /** PENDING: a notice will tell. */
    public enum Outcome { COMPLETED, PENDING, FAILED }
}

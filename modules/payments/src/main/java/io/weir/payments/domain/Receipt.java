package io.weir.payments.domain;

import io.weir.kernel.api.Money;
import java.util.Objects;

/**
 * Money that came, and how we know: {@code source} is a gateway's name, {@code approval} or {@code statement}; {@code
 * reference} names the money there. The same money told twice is one receipt.
 */
public record Receipt(Money amount, String source, String reference) {
    public Receipt {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reference, "reference");
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("a receipt of " + amount);
        }
    }
}

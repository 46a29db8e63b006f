package io.weir.payments.api;

import java.util.Locale;

/** Where a payment stands. Pending and processing are open; completed can only become refunded; the rest are final. */
public enum PaymentStatus {
    PENDING, PROCESSING, COMPLETED, FAILED, CANCELLED, REFUNDED;

    public boolean isOpen() {
        return this == PENDING || this == PROCESSING;
    }

    /** The word on the wire: {@code pending}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.weir.billing.domain;

import io.weir.payments.api.Payment;
import java.util.Arrays;
import java.util.UUID;

/**
 * What billing sells; the word is the kind of a payment's purpose. A renewal is sold by a gateway, for a plan; an
 * invoice is paid that had been open.
 */
public enum PurchaseKind {
    SUBSCRIPTION("subscription"), RENEWAL("renewal"), EXTENSION("extension"), CREDITS("credits"),
    INVOICE("invoice");

    private final String word;

    PurchaseKind(String word) {
        this.word = word;
    }

    /** Money that came for something nobody knows how to start must not be kept in silence. */
    public static PurchaseKind of(Payment.Purpose purpose) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(purpose.kind())).findFirst()
                .orElseThrow(() -> new IllegalStateException("a payment for " + purpose));
    }

    public Payment.Purpose purpose(UUID item) {
        return purpose(item.toString());
    }

    Payment.Purpose purpose(String item) {
        return new Payment.Purpose(word, item);
    }

    public String word() {
        return word;
    }
}

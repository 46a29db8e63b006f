package io.weir.payments.api;

import io.weir.kernel.api.Uuids;
import java.util.UUID;

/** One attempt to settle something. */
public record PaymentId(UUID value) {
    public static PaymentId of(String text) {
        return new PaymentId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

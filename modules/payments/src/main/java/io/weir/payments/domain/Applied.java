package io.weir.payments.domain;

import io.weir.payments.api.PaymentId;
import java.util.Optional;

/** What became of a notice: in words, of which payment, and whether a person has to look. */
public record Applied(String result, boolean needsPerson, Optional<PaymentId> payment) {
    public static Applied quietly(String result) {
        return new Applied(result, false, Optional.empty());
    }

    public static Applied of(Verdict verdict, Optional<PaymentId> payment) {
        return new Applied(verdict.result(), verdict.needsPerson(), payment);
    }
}

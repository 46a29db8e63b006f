package io.weir.payments.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Money of a payment that went back, or is to. {@code id} is also what the gateway knows the wish by, so that it gives
 * money back once however often it is asked. {@code byHand}: a person sends it outside. {@code reference}: the
 * gateway's own name for it. {@code words}: the gateway's, such as why not. {@code askedBy}: absent when somebody did
 * it at the provider.
 */
public record Refund(UUID id, PaymentId payment, Money amount, Status status, boolean byHand, String reason,
        Optional<String> reference, Optional<String> words, Optional<UserId> askedBy, Instant askedAt,
        Optional<Instant> decidedAt) {
    /** ASKED: the gateway has not answered yet. PENDING: it has, and a notice will tell. The others are final. */
    public enum Status {
        ASKED, PENDING, COMPLETED, FAILED;

        public boolean isOpen() {
            return this == ASKED || this == PENDING;
        }

        /** The word on the wire: {@code completed}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

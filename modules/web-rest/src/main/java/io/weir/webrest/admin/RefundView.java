package io.weir.webrest.admin;

import io.weir.payments.api.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that went back, or is to. {@code status}: asked, pending, completed or failed. {@code words}: the gateway's.
 * {@code askedBy}: absent for one that was made at the provider.
 */
public record RefundView(UUID id, UUID paymentId, BigDecimal amount, String currency, String status, boolean byHand,
                         String reason, Optional<String> reference, Optional<String> words, Optional<UUID> askedBy,
                         Instant askedAt, Optional<Instant> decidedAt) {
    static RefundView of(Refund refund) {
        return new RefundView(refund.id(), refund.payment().value(), refund.amount().major(),
                refund.amount().currency().getCurrencyCode(), refund.status().word(), refund.byHand(), refund.reason(),
                refund.reference(), refund.words(), refund.askedBy().map(user -> user.value()), refund.askedAt(),
                refund.decidedAt());
    }
}

package io.weir.webrest.extensions;

import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentStatus;
import io.weir.webrest.payments.InstructionsView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How a payment stands, in seed B's members; {@code extension} once it has been activated. */
public record CheckedPayment(UUID id, String userId, long orderCode, BigDecimal amount, String currency,
                             String description, String status, String paymentType, String packageId,
                             Optional<UUID> extensionId, Optional<Instant> completedAt, String reference,
                             Optional<Instant> transactionDateTime, Optional<String> checkoutUrl,
                             Optional<String> qrCode, Optional<InstructionsView> instructions,
                             Optional<String> payosStatus, Optional<PurchaseView> extension) {
    static CheckedPayment of(Payment payment, Optional<PurchaseView> extension) {
        var checkout = payment.checkout();
        return new CheckedPayment(payment.id().value(), payment.payer().toString(), payment.orderCode(),
                payment.amount().major(), payment.amount().currency().getCurrencyCode(), payment.description(),
                payment.status().word(), payment.purpose().kind(), payment.purpose().item(),
                extension.map(PurchaseView::id), payment.completedAt(),
                payment.gatewayReference().orElse(payment.reference()), payment.completedAt(), checkout.url(),
                checkout.qrCode(), checkout.instructions().map(InstructionsView::of),
                payosStatus(payment.gateway(), payment.status()), extension);
    }

    /** PayOS has words of its own. */
    static Optional<String> payosStatus(String gateway, PaymentStatus status) {
        return !gateway.equals("payos") ? Optional.empty() : Optional.of(switch (status) {
            case PENDING -> "PENDING";
            case PROCESSING -> "PROCESSING";
            case COMPLETED, REFUNDED -> "PAID";
            case FAILED, CANCELLED -> "CANCELLED";
        });
    }
}

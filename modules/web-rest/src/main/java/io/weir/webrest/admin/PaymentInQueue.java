package io.weir.webrest.admin;

import io.weir.payments.api.Payment;
import io.weir.webrest.payments.InstructionsView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A payment as those see it who decide on it. {@code reference} is what to look for on the bank statement. */
public record PaymentInQueue(UUID id, long orderCode, String accountId, String userId, BigDecimal amount,
                             String currency, String description, String status, String paymentType, String packageId,
                             String gateway, String reference, Optional<InstructionsView> instructions,
                             Optional<String> transactionId, Optional<String> note, Instant createdAt,
                             Optional<Instant> completedAt, BigDecimal received, BigDecimal refunded,
                             BigDecimal refundable, Optional<String> attention) {
    static PaymentInQueue of(Payment payment) {
        return new PaymentInQueue(payment.id().value(), payment.orderCode(), payment.account().toString(),
                payment.payer().toString(), payment.amount().major(), payment.amount().currency().getCurrencyCode(),
                payment.description(), payment.status().word(), payment.purpose().kind(), payment.purpose().item(),
                payment.gateway(), payment.reference(), payment.checkout().instructions().map(InstructionsView::of),
                payment.gatewayReference(), payment.note(), payment.createdAt(), payment.completedAt(),
                payment.progress().received().major(), payment.progress().refunded().major(),
                payment.refundable().major(), payment.progress().attention());
    }
}

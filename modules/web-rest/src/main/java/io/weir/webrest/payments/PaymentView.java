package io.weir.webrest.payments;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment in its payer's history. {@code amount} is in major units, or in minor ones where seed E's clients read it.
 */
public record PaymentView(UUID id, long orderCode, BigDecimal amount, String currency, String description,
                          String status, String paymentType, String packageId, String gateway, String reference,
                          Optional<String> checkoutUrl, Optional<String> qrCode,
                          Optional<InstructionsView> instructions, Optional<String> transactionId, Instant createdAt,
                          Optional<Instant> paidAt) {
    static PaymentView inMajorUnits(Payment payment) {
        return of(payment, payment.amount().major());
    }

    static PaymentView inMinorUnits(Payment payment) {
        return of(payment, BigDecimal.valueOf(payment.amount().minor()));
    }

    private static PaymentView of(Payment payment, BigDecimal amount) {
        Money money = payment.amount();
        var checkout = payment.checkout();
        return new PaymentView(payment.id().value(), payment.orderCode(), amount, money.currency().getCurrencyCode(),
                payment.description(), payment.status().word(), payment.purpose().kind(), payment.purpose().item(),
                payment.gateway(), payment.reference(), checkout.url(), checkout.qrCode(),
                checkout.instructions().map(InstructionsView::of), payment.gatewayReference(), payment.createdAt(),
                payment.completedAt());
    }
}

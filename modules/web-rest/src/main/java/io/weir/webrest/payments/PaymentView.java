package io.weir.webrest.payments;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A payment in its payer's history. {@code amount} and {@code refunded} are in major units, or in
 * minor ones where seed E's clients read it.
 */
public record PaymentView(UUID id, long orderCode, BigDecimal amount, String currency, String description,
                          String status, String paymentType, String packageId, String gateway, String reference,
                          Optional<String> checkoutUrl, Optional<String> qrCode,
                          Optional<InstructionsView> instructions, Optional<String> transactionId, Instant createdAt,
                          Optional<Instant> paidAt, BigDecimal refunded) {
    static PaymentView inMajorUnits(Payment payment) {
        return of(payment, Money::major);
    }

    static PaymentView inMinorUnits(Payment payment) {
        return of(payment, money -> BigDecimal.valueOf(money.minor()));
    }

    private static PaymentView of(Payment payment, Function<Money, BigDecimal> units) {
        Money money = payment.amount();
        var checkout = payment.checkout();
        return new PaymentView(payment.id().value(), payment.orderCode(), units.apply(money),
                money.currency().getCurrencyCode(), payment.description(), payment.status().word(),
                payment.purpose().kind(), payment.purpose().item(), payment.gateway(), payment.reference(),
                checkout.url(), checkout.qrCode(),
                checkout.instructions().map(InstructionsView::of), payment.gatewayReference(), payment.createdAt(),
                payment.completedAt(), units.apply(payment.progress().refunded()));
    }
}

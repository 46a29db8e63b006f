package io.weir.webrest.payments;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.payments.api.Payment;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment just opened, as seed B's clients expect it: amount in major units, and what is bought as {@code package}.
 */
public record OpenedPayment(UUID id, long orderCode, BigDecimal amount, String currency, String description,
                            String status, Optional<String> checkoutUrl, Optional<String> qrCode,
                            Optional<String> paymentLinkId, Optional<InstructionsView> instructions, String gateway,
                            String reference, @JsonProperty("package") Object bought) {
    public static OpenedPayment of(Payment payment, Object bought) {
        var checkout = payment.checkout();
        return new OpenedPayment(payment.id().value(), payment.orderCode(), payment.amount().major(),
                payment.amount().currency().getCurrencyCode(), payment.description(), payment.status().word(),
                checkout.url(), checkout.qrCode(), checkout.linkId(), checkout.instructions().map(InstructionsView::of),
                payment.gateway(), payment.reference(), bought);
    }
}

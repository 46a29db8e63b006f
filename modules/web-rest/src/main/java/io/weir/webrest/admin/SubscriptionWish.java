package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Purchases.HowToPay;
import io.weir.webrest.payments.Buying;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * {@code newPlan}: slug or id. {@code gateway}, and where it returns to: how the customer is to pay what is to be paid.
 * {@code previewedAt}: the preview's {@code bill.at}, to be billed what it showed. {@code reason}: for the books.
 */
public record SubscriptionWish(
        @NotBlank(message = "REQUIRED") @JsonAlias({"new_plan", "plan", "planId"}) String newPlan,
        String gateway,
        @JsonAlias("coupon_code") String couponCode,
        @JsonAlias("previewed_at") Instant previewedAt,
        @JsonAlias("return_url") String returnUrl,
        @JsonAlias("cancel_url") String cancelUrl,
        @Size(max = 500, message = "TOO_LONG") String reason) {
    HowToPay how() {
        return Buying.how(gateway, returnUrl, cancelUrl, couponCode);
    }
}

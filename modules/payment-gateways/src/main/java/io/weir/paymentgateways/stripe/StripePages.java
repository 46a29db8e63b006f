package io.weir.paymentgateways.stripe;

import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Installation;
import java.util.Optional;

/** Where Stripe's pages send the payer back to: where the order says, else to the portal. */
record StripePages(Installation installation) {
    Payments.Return of(PaymentId payment, Payments.Return wanted) {
        return orElse(wanted, "/portal/payment?id=" + payment);
    }

    Payments.Return ofBilling(Payments.Return wanted) {
        return orElse(wanted, "/portal/billing");
    }

    private Payments.Return orElse(Payments.Return wanted, String page) {
        var back = wanted.returnUrl().orElseGet(() -> installation.baseUrl() + page);
        return new Payments.Return(Optional.of(back), Optional.of(wanted.cancelUrl().orElse(back)));
    }
}

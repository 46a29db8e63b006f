package io.weir.paymentgateways.stripe;

import com.stripe.param.billingportal.SessionCreateParams;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.BillingPortal;
import io.weir.payments.spi.Customers;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Payer;
import java.util.Optional;

/** Stripe's own page for a customer's cards, agreements and invoices. */
record StripePortal(StripePages pages, Customers customers) implements BillingPortal {
    @Override
    public String open(Merchant merchant, Payer payer, Optional<String> returnUrl) {
        var back = pages.ofBilling(new Payments.Return(returnUrl, Optional.empty())).returnUrl().orElseThrow();
        var request = SessionCreateParams.builder().setCustomer(customers.register(merchant, payer))
                .setReturnUrl(back).build();
        return StripeCalls.make(merchant, stripe -> stripe.billingPortal().sessions().create(request).getUrl());
    }
}

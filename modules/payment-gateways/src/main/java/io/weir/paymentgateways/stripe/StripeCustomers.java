package io.weir.paymentgateways.stripe;

import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import io.weir.payments.spi.Customers;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Payer;

/** An account is one customer at Stripe. */
final class StripeCustomers implements Customers {
    /**
     * Made by the account alone and named afterwards: a name that changed between two tries would make the second
     * another request under the first's key, which Stripe refuses.
     */
    @Override
    public String register(Merchant merchant, Payer payer) {
        return payer.customer().orElseGet(() -> StripeCalls.make(merchant, stripe -> {
            var id = stripe.customers().create(CustomerCreateParams.builder()
                            .putAllMetadata(Marks.of(merchant, payer.account())).build(),
                    StripeCalls.once("customer-" + payer.account())).getId();
            stripe.customers().update(id, described(payer));
            return id;
        }));
    }

    private static CustomerUpdateParams described(Payer payer) {
        var said = CustomerUpdateParams.builder().setName(payer.name());
        return (payer.email().isBlank() ? said : said.setEmail(payer.email())).build();
    }
}

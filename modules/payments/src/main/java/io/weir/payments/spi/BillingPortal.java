package io.weir.payments.spi;

import java.util.Optional;

/** Gateways with pages of their own where a payer changes cards and agreements. */
public interface BillingPortal {
    /** The page's URL, good for one visit. */
    String open(Merchant merchant, Payer payer, Optional<String> returnUrl);
}

package io.weir.billing.api;

import java.util.List;
import java.util.Optional;

/** How a tenant bills. Without taxes no invoice has a tax line; without seller it says the tenant's name. */
public record BillingTerms(List<CouponTerms> coupons, Optional<TaxTerms> taxes, Optional<SellerTerms> seller,
                           InvoiceTerms invoices) {
    public static final BillingTerms NONE =
            new BillingTerms(List.of(), Optional.empty(), Optional.empty(), InvoiceTerms.USUAL);

    public BillingTerms {
        coupons = coupons == null ? List.of() : List.copyOf(coupons);
        taxes = taxes == null ? Optional.empty() : taxes;
        seller = seller == null ? Optional.empty() : seller;
        invoices = invoices == null ? InvoiceTerms.USUAL : invoices;
    }
}

package io.weir.webrest.payments;

import io.weir.billing.api.Purchases.HowToPay;
import io.weir.payments.api.Payments;
import io.weir.webrest.http.Texts;

/** How somebody wants to pay, from the optional members that every buying route takes. */
public final class Buying {
    private Buying() {
    }

    public static HowToPay how(String gateway, String returnUrl, String cancelUrl) {
        return how(gateway, returnUrl, cancelUrl, null);
    }

    public static HowToPay how(String gateway, String returnUrl, String cancelUrl, String couponCode) {
        return new HowToPay(Texts.given(gateway), new Payments.Return(Texts.given(returnUrl), Texts.given(cancelUrl)),
                Texts.given(couponCode));
    }
}

package io.weir.payments.domain;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment.Checkout;
import io.weir.payments.api.Payment.Instructions;
import io.weir.platform.api.Json;
import java.util.Optional;

/** A checkout as its column keeps it. Reference and amount are left out: the payment's own columns say them. */
record StoredCheckout(Optional<String> url, Optional<String> qrCode, Optional<String> linkId,
        Optional<Transfer> transfer) {

    /** Where a bank transfer goes. */
    record Transfer(String bank, String account, String holder) {
    }

    private static final StoredCheckout NONE =
            new StoredCheckout(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static StoredCheckout of(Checkout checkout) {
        return new StoredCheckout(checkout.url(), checkout.qrCode(), checkout.linkId(),
                checkout.instructions().map(i -> new Transfer(i.bank(), i.account(), i.holder())));
    }

    /** {@code null}, before the gateway has answered, is no checkout. */
    static StoredCheckout fromJson(String json) {
        return json == null ? NONE : Json.read(json, StoredCheckout.class);
    }

    String toJson() {
        return Json.write(this);
    }

    Checkout toCheckout(String reference, Money amount) {
        return new Checkout(url, qrCode, linkId,
                transfer.map(t -> new Instructions(t.bank(), t.account(), t.holder(), reference, amount)));
    }
}

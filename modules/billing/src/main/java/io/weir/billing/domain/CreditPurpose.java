package io.weir.billing.domain;

import io.weir.metering.api.MeterKey;
import io.weir.payments.api.Payment;
import io.weir.subscriptions.api.CreditPurchases.Amount;
import io.weir.subscriptions.api.CreditPurchases.Credits;
import io.weir.subscriptions.api.CreditPurchases.OfPackage;
import java.util.UUID;

/**
 * Credits as the purpose of a payment: a package by its id, an amount as {@code credits/2500000}, in smallest units. No
 * meter has a slash in its name.
 */
public final class CreditPurpose {
    private static final String BETWEEN = "/";

    private CreditPurpose() {
    }

    public static Payment.Purpose of(Amount amount) {
        return PurchaseKind.CREDITS.purpose(amount.meter() + BETWEEN + amount.quantity());
    }

    public static Credits read(Payment.Purpose purpose) {
        var parts = purpose.item().split(BETWEEN, 2);
        return parts.length == 1 ? new OfPackage(UUID.fromString(parts[0]))
                : new Amount(new MeterKey(parts[0]), Long.parseLong(parts[1]));
    }
}

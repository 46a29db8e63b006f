package io.weir.webrest.extensions;

import io.weir.subscriptions.api.Extensions.Purchase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** An extension that was bought. */
public record PurchaseView(UUID id, String extensionPackageName, long additionalCalls, BigDecimal price,
                           String currency, Instant purchasedAt, UUID subscriptionId) {
    static PurchaseView of(Purchase purchase) {
        return new PurchaseView(purchase.id(), purchase.extensionPackageName(), purchase.additionalCalls(),
                purchase.price().major(), purchase.price().currency().getCurrencyCode(), purchase.purchasedAt(),
                purchase.subscription());
    }
}

package io.weir.subscriptions.api;

import io.weir.kernel.api.Money;
import java.time.Instant;
import java.util.UUID;

/** Credits that do not expire. Quantities in the meter's smallest units. */
public record CreditPackage(UUID id, String name, String meter, long credits, long bonus, Money price, boolean active,
                            Instant createdAt, Instant updatedAt) {
}

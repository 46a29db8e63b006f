package io.weir.subscriptions.api;

import io.weir.kernel.api.Money;
import java.time.Instant;
import java.util.UUID;

/** More calls for the running period of a subscription. */
public record ExtensionPackage(UUID id, String name, String description, long additionalCalls, Money price,
        boolean active,
                               Instant createdAt, Instant updatedAt) {
}

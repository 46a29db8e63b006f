package io.weir.subscriptions.api;

import io.weir.kernel.api.TenantId;

/**
 * A paid plan will not go on: it ends with its period, or has ended now, by its owner, the next purchase or a refund.
 * {@code origin}: the payment that it began with. Published through the outbox.
 */
public record SubscriptionStopped(TenantId tenant, String account, String subscription, String origin,
        boolean atPeriodEnd) {
}

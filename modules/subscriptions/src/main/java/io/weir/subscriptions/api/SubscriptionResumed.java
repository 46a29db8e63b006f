package io.weir.subscriptions.api;

import io.weir.kernel.api.TenantId;

/** An end at the period's end was taken back by its owner. Published through the outbox. */
public record SubscriptionResumed(TenantId tenant, String account, String subscription, String origin) {
}

package io.weir.subscriptions.api;

import io.weir.kernel.api.TenantId;

/** Published through the outbox: a plan has started. */
public record SubscriptionActivated(TenantId tenant, String account, String subscription, String plan) {
}

package io.weir.webrest.plans;

import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription; one that waits for its payment has no id and no period yet. {@code renews}: a gateway charges the
 * next period by itself.
 */
public record SubscriptionView(Optional<UUID> id, PlanInShort plan, String status, Optional<Instant> currentPeriodStart,
                               Optional<Instant> currentPeriodEnd, boolean cancelAtPeriodEnd,
                               Optional<Instant> createdAt, Optional<Instant> endedAt, boolean renews,
                               Optional<PendingChange> pendingChange) {
    public static SubscriptionView of(Subscription subscription) {
        return new SubscriptionView(Optional.of(subscription.id()), PlanInShort.of(subscription.plan()),
                subscription.status().word(), Optional.of(subscription.period().from()), subscription.period().until(),
                subscription.cancelAtPeriodEnd(), Optional.of(subscription.createdAt()), subscription.endedAt(),
                subscription.renews(), subscription.pendingChange().map(PendingChange::of));
    }

    /** What has been ordered. */
    static SubscriptionView pending(Plan plan) {
        return new SubscriptionView(Optional.empty(), PlanInShort.of(plan), Subscription.Status.PENDING.word(),
                Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** What it is to become. {@code automatic}: with the gateway's next charge; else it has to be bought then. */
    public record PendingChange(PlanInShort plan, boolean automatic) {
        static PendingChange of(Subscription.PendingChange change) {
            return new PendingChange(PlanInShort.of(change.plan()), change.automatic());
        }
    }

    /** Enough of a plan to recognise it. */
    public record PlanInShort(UUID id, String slug, String name, BigDecimal price, String currency, String interval) {
        static PlanInShort of(Plan plan) {
            return new PlanInShort(plan.id(), plan.slug(), plan.name(), plan.price().major(),
                    plan.price().currency().getCurrencyCode(), plan.term().interval());
        }
    }
}

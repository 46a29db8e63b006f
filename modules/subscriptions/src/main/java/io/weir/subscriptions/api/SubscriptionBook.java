package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Subscription.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All subscriptions of a tenant, to read. Where one stands is judged by the tenant's time, as everywhere. */
public interface SubscriptionBook {
    /** Newest first. */
    Page<Subscription> page(TenantId tenant, Filter filter, Page.Request page);

    /** How many stand where, whatever the filter says of that. */
    Map<Status, Long> counts(TenantId tenant, Filter filter);

    /** Refused: {@code SUBSCRIPTION_NOT_FOUND} (404). */
    Subscription subscription(TenantId tenant, UUID subscription);

    /** All that were opened for it, newest first. Of a free one these are its allowances' spans. */
    List<Opened> periods(TenantId tenant, UUID subscription);

    /**
     * Which ones. Free plans, which every account has, are left out unless {@code free} says otherwise or the plan is
     * named. {@code accounts}: whose; none of an empty set.
     */
    record Filter(Optional<Status> status, Optional<UUID> plan, Optional<Set<AccountId>> accounts, boolean free) {
        public static final Filter PAID = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), false);

        public Filter {
            accounts = accounts.map(Set::copyOf);
        }
    }

    /**
     * A period. {@code plan}: in the version that it was opened with. {@code closed}: when it was over before its time.
     * {@code toBill}: its usage has a price and no invoice yet. {@code cause}: what opened it: a payment's id, or the
     * name of an invoice, an order or a trial.
     */
    record Opened(UUID id, Plan plan, Period period, Optional<Instant> closed, boolean toBill,
            Optional<String> cause) {
    }
}

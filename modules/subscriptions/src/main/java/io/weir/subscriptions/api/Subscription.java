package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One account's dated use of a plan. A free lifetime plan's period never ends. {@code period} is the one that runs, or
 * ran last. {@code renews}: a gateway charges the next one by itself; then access stays for a while after a period
 * that could not be charged yet.
 */
public record Subscription(UUID id, AccountId account, Plan plan, Status status, Period period,
        boolean cancelAtPeriodEnd,
                           Instant createdAt, Optional<Instant> endedAt, boolean renews,
                           Optional<PendingChange> pendingChange) {
    /** One that nobody charges for again, and that becomes nothing else. */
    public Subscription(UUID id, AccountId account, Plan plan, Status status, Period period,
            boolean cancelAtPeriodEnd, Instant createdAt, Optional<Instant> endedAt) {
        this(id, account, plan, status, period, cancelAtPeriodEnd, createdAt, endedAt, false, Optional.empty());
    }

    /** What it is to become. {@code automatic}: by the gateway's next charge; else it has to be bought then. */
    public record PendingChange(Plan plan, boolean automatic) {
    }

    /** Where it stands. */
    public enum Status {
        TRIALING, ACTIVE, PAST_DUE, UNPAID, CANCELED, EXPIRED, PENDING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

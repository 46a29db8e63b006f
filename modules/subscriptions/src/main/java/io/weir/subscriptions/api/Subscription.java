package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One account's dated use of a plan. A free lifetime plan's period never ends. */
public record Subscription(UUID id, AccountId account, Plan plan, Status status, Period period,
        boolean cancelAtPeriodEnd,
                           Instant createdAt, Optional<Instant> endedAt) {
    /** Where it stands. */
    public enum Status {
        TRIALING, ACTIVE, PAST_DUE, UNPAID, CANCELED, EXPIRED, PENDING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Periods of plans whose usage has a price. In the caller's transaction. */
public interface PricedPeriods {
    /** Those that are over and not billed, the first to end. */
    List<UUID> over(TenantId tenant, int most);

    /** When the next of them is over after that moment. */
    Optional<Instant> nextOver(TenantId tenant, Instant after);

    /** Marks them as billed and answers those that were not, in the order in which they were named. */
    List<Priced> bill(TenantId tenant, List<UUID> periods);

    /** As it stands, billed or not. */
    Optional<Priced> find(TenantId tenant, UUID period);

    /** The same of many, in the order in which they were named; those that there are. */
    List<Priced> find(TenantId tenant, List<UUID> periods);

    /**
     * {@code plan}: in the version that the period was opened with. {@code until}: when it was over; {@code whole}: not
     * before its time. {@code source}: of its allowances.
     */
    record Priced(UUID id, AccountId account, UUID subscription, Plan plan, Instant from, Instant until, boolean whole,
            String source, Optional<String> cause) {
    }
}

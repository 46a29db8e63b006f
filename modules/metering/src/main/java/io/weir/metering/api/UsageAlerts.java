package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account reached 80, 90 or 100 % of what it was granted of a meter: once each for a period and a grant. Written in
 * the transaction of the usage that reached it, and published afterwards as {@link UsageThresholdReached}.
 */
public interface UsageAlerts {
    /** Newest first. */
    List<Alert> recent(TenantId tenant, AccountId account, int atMost);

    int unseen(TenantId tenant, AccountId account);

    /** All of the account's, until now. */
    void markSeen(TenantId tenant, AccountId account);

    /** Publishes what has not been published; run by a job on any node. Answers how many. */
    int publishDue(int atMost);

    /** Quantities in the meter's smallest units; {@code periodEnd} absent when something of it never ends. */
    record Alert(UUID id, Meter meter, int percent, long used, long granted, Optional<Instant> periodEnd, Instant at,
            boolean seen) {
    }
}

package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Keeps usage in order: run by leased jobs, and by administrators who want a proof. */
public interface UsageUpkeep {
    /** Makes the monthly partitions of the next 12 months, in those of the tenants' clocks that run ahead too. */
    void layPartitions();

    /**
     * Forgets usage that is older than its tenant keeps it (setting {@code usage.retention-months}, 25 by default),
     * with the events it came from: whole months of all tenants at once, the rest row by row, {@code atMost} of them.
     * Rollups stay. Answers how many rows it took out one by one.
     */
    int forgetOld(int atMost);

    /**
     * Forgets reservations that ended, 7 days after they would have expired (until then a repeated settlement gets its
     * first answer), and batches of nodes that are gone. Answers how many.
     */
    int forgetSettled(int atMost);

    /**
     * Sums up hours that are over, so that pages over long spans read little: what they have not been summed up of they
     * read hour by hour. A call that is lost or runs twice does no harm. Answers how many days of accounts it worked
     * on, {@code atMost} or, with many tenants, one of each.
     */
    int sumUp(int atMost);

    /**
     * Holds the rollups against the usage itself, in every UTC hour that the span touches and of which usage is kept,
     * and mends what differs (unless it is only to look). Both are read in one snapshot of the database, so the answer
     * is exact and nobody waits. An account's gate is closed only while an hour of it is mended, which is audited. Sums
     * are held against the rollups the same way, by UTC day, also where the usage itself is forgotten.
     */
    Recomputed recompute(TenantId tenant, Optional<AccountId> account, Instant from, Instant until, boolean mend);

    /** {@code differing}: rows of rollups and sums that were missing, too much, or wrong. */
    record Recomputed(int accounts, long rows, long differing, boolean mended) {
    }
}

package io.weir.subscriptions.api;

import io.weir.kernel.api.TenantId;
import java.util.UUID;

/** How packages do. Money is billing's to say. */
public interface PackageStatistics {
    /** Counts of paid-plan subscriptions: all ever, and those running now. */
    Counts plan(TenantId tenant, UUID plan);

    /** Over all paid plans. */
    Counts plans(TenantId tenant);

    /** Purchases of one extension and the calls sold with them. */
    Sold extension(TenantId tenant, UUID extension);

    Sold extensions(TenantId tenant);

    /** Subscriptions. */
    record Counts(long total, long active) {
    }

    /** Extensions. */
    record Sold(long purchases, long calls) {
    }
}

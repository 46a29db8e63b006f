package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The usages themselves. Only what is kept: {@code usage.retention-months}. With an account its own rows are read in
 * order; otherwise, and where something else narrows, the rollups say where to look.
 */
public interface UsageLog {
    /** A page, newest first, after {@code cursor} (a former page's {@code next}); refused: {@code BAD_CURSOR} (400). */
    Slice page(TenantId tenant, Query query, Optional<String> cursor, int limit);

    /**
     * Hands every entry over, oldest first; for exports of any size. Read in short transactions of its own, so that a
     * slow receiver holds nothing in the database.
     */
    void each(TenantId tenant, Query query, Consumer<Entry> to);

    /** {@code from} inclusive, {@code until} exclusive; everything else narrows when present. */
    record Query(Optional<AccountId> account, Instant from, Instant until, Optional<MeterKey> meter,
            Optional<String> endpoint, Optional<String> model, Optional<UUID> key) {
    }

    /**
     * Quantities in the meter's smallest units; {@code overage} is the part of {@code quantity} beyond the allowances.
     */
    record Entry(UUID id, AccountId account, MeterKey meter, Instant at, long quantity, long overage, String endpoint,
            Optional<String> operation, Optional<String> model, int status, Optional<Integer> latencyMs, long tokens,
            Optional<UUID> key) {
    }

    /** {@code next} absent at the end. */
    record Slice(List<Entry> entries, Optional<String> next) {
    }
}

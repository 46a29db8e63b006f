package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Up to when a tenant's usage was ever given up: noted before the first row goes, and never taken back, because a
 * longer retention brings nothing back.
 */
final class ForgottenUsage {
    private ForgottenUsage() {
    }

    static void note(Handle handle, TenantId tenant, Instant before) {
        handle.createUpdate("""
                INSERT INTO metering_forgotten (tenant_id, before_at) VALUES (:tenant, :before)
                ON DUPLICATE KEY UPDATE before_at = GREATEST(before_at, VALUES(before_at))""")
                .bind("tenant", tenant).bind("before", before).execute();
    }

    static Optional<Instant> before(Handle handle, TenantId tenant) {
        return handle.createQuery("SELECT before_at FROM metering_forgotten WHERE tenant_id = :tenant")
                .bind("tenant", tenant)
                .map((row, context) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC)).findOne();
    }
}

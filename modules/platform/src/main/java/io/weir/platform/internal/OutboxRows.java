package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.OutboxBacklog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code platform_outbox}, within the transaction of the caller. */
@ApplicationScoped
public class OutboxRows implements OutboxBacklog {
    /** Failures after which nobody waits for it any more. */
    private static final int PATIENCE = 3;
    @Inject
    private Database database;

    public void add(List<OutboxRow> rows, Instant now) {
        database.inTransaction().useHandle(handle -> {
            var batch = handle.prepareBatch("""
                INSERT INTO platform_outbox (tenant_id, id, event_type, payload, created_at, attempts, next_attempt_at)
                VALUES (:tenant, :id, :type, :payload, :now, 0, :now)""");
            rows.forEach(row -> batch.bind("tenant", row.tenant()).bind("id", row.id()).bind("type", row.eventType())
                    .bind("payload", row.payload()).bind("now", now).add());
            batch.execute();
        });
    }

    /** Locks the row that has been due longest; one that another worker holds is passed over. */
    public Optional<OutboxRow> claimDue(Instant now) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT tenant_id, id, event_type, payload, attempts FROM platform_outbox
                WHERE dead_at IS NULL AND next_attempt_at <= :now
                ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .bind("now", now).map(OutboxRows::row).findOne());
    }

    public void delete(OutboxRow row) {
        database.inTransaction().useHandle(handle -> handle.createUpdate("DELETE FROM platform_outbox WHERE id = :id")
                .bind("id", row.id()).execute());
    }

    /** Quiet when another worker has met the row since: what that one found is newer. */
    public void postpone(OutboxRow row, Instant nextAttempt, String error, Optional<Instant> dead) {
        database.inTransaction().useHandle(handle -> handle.createUpdate("""
                UPDATE platform_outbox SET attempts = attempts + 1, next_attempt_at = :next, last_error = :error,
                    dead_at = :dead
                WHERE id = :id AND attempts = :before""")
                .bind("next", nextAttempt).bind("error", error).bindByType("dead", dead.orElse(null), Instant.class)
                .bind("id", row.id()).bind("before", row.attempts()).execute());
    }

    @Override
    @Transactional
    public boolean isWorkedOff(TenantId tenant) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM platform_outbox
                WHERE tenant_id = :tenant AND dead_at IS NULL AND attempts < :patience""")
                .bind("tenant", tenant).bind("patience", PATIENCE).mapTo(Integer.class).one()) == 0;
    }

    private static OutboxRow row(ResultSet rows, StatementContext context) throws SQLException {
        return new OutboxRow(new TenantId(UUID.fromString(rows.getString("tenant_id"))),
                UUID.fromString(rows.getString("id")), rows.getString("event_type"), rows.getString("payload"),
                rows.getInt("attempts"));
    }
}

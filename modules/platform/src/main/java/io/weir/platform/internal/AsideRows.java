package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.SetAside.Piece;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code platform_set_aside}. In real time: it is about what went wrong, not about what was sold. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AsideRows {
    private static final int LONGEST_SECONDS = Math.toIntExact(Duration.ofHours(6).toSeconds());
    private static final int FIRST_SECONDS = 60;
    @Inject
    private Database database;
    @Inject
    private AuditLog audit;

    /** What could not be done, and why. */
    record Failed(TenantId tenant, String job, UUID subject, String error) {
    }

    /** Subjects of a job that are not to be tried yet. */
    public List<UUID> resting(TenantId tenant, String job, Instant now) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT subject_id FROM platform_set_aside
                WHERE tenant_id = :tenant AND job = :job AND retry_at > :now""")
                .bind("tenant", tenant).bind("job", job).bind("now", now).mapTo(UUID.class).list());
    }

    public void put(Failed failed, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate("""
                INSERT INTO platform_set_aside (tenant_id, id, job, subject_id, attempts, since, retry_at, error)
                VALUES (:tenant, :id, :job, :subject, 1, :now, :now + INTERVAL :first SECOND, :error)
                ON DUPLICATE KEY UPDATE error = :error,
                    retry_at = :now + INTERVAL LEAST(:longest, :first * POW(2, LEAST(attempts, 20))) SECOND,
                    attempts = attempts + 1""")
                .bind("tenant", failed.tenant()).bind("id", Ids.next()).bind("job", failed.job())
                .bind("subject", failed.subject()).bind("now", now).bind("error", failed.error())
                .bind("first", FIRST_SECONDS).bind("longest", LONGEST_SECONDS).execute());
    }

    /** Whatever was to be tried by then: it has been tried since, or is not due any more. */
    public void forget(TenantId tenant, String job, Instant dueBy) {
        database.inTransaction().useHandle(handle -> handle.createUpdate("""
                DELETE FROM platform_set_aside WHERE tenant_id = :tenant AND job = :job AND retry_at <= :by""")
                .bind("tenant", tenant).bind("job", job).bind("by", dueBy).execute());
    }

    public List<Piece> of(TenantId tenant, int most) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT id, job, subject_id, attempts, since, retry_at, error FROM platform_set_aside
                WHERE tenant_id = :tenant ORDER BY since DESC, id DESC LIMIT :most""")
                .bind("tenant", tenant).bind("most", most).map(AsideRows::piece).list());
    }

    public boolean retry(TenantId tenant, UUID id, Instant now) {
        int found = database.inTransaction().withHandle(handle -> handle.createUpdate("""
                UPDATE platform_set_aside SET retry_at = :now WHERE tenant_id = :tenant AND id = :id""")
                .bind("tenant", tenant).bind("id", id).bind("now", now).execute());
        if (found == 1) {
            audit.record(tenant, "job.retried", "set-aside/" + id, null, null);
        }
        return found == 1;
    }

    private static Piece piece(ResultSet row, StatementContext context) throws SQLException {
        return new Piece(UUID.fromString(row.getString(1)), row.getString(2), UUID.fromString(row.getString(3)),
                row.getInt(4), JdbiTypes.instant(row, 5), JdbiTypes.instant(row, 6), row.getString(7));
    }
}

package io.weir.platform.internal;

import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The table {@code platform_idempotency}. Nothing is locked for longer than a statement; whoever loses a race sees a
 * count of 0.
 */
@ApplicationScoped
public class IdempotencyRows {
    private static final String WHERE = " WHERE tenant_id = :tenant AND scope = :scope AND idem_key = :key";
    private static final int BATCH = 1000;
    @Inject
    private Database database;

    /** A row, with its answer if there is one; {@code body} is sealed. */
    record Row(IdempotencyClaim claim, Integer status, String mediaType, byte[] body) {
    }

    public Optional<Row> find(IdempotencyKey key) {
        return database.inTransaction().withHandle(handle -> of(key, handle.createQuery("""
                SELECT fingerprint, created_at, finished_at, status, media_type, body FROM platform_idempotency"""
                + WHERE))
                .map(IdempotencyRows::row).findOne());
    }

    public boolean claim(IdempotencyKey key, String fingerprint, Instant now) {
        return update(key, """
                INSERT IGNORE INTO platform_idempotency (tenant_id, scope, idem_key, fingerprint, created_at)
                VALUES (:tenant, :scope, :key, :fingerprint, :now)""",
                statement -> statement.bind("fingerprint", fingerprint).bind("now", now));
    }

    public boolean takeOver(IdempotencyKey key, IdempotencyClaim from, String fingerprint, Instant now) {
        return update(key, """
                UPDATE platform_idempotency SET fingerprint = :fingerprint, created_at = :now, finished_at = NULL,
                    status = NULL, media_type = NULL, body = NULL"""
                + WHERE + " AND created_at = :before",
                statement -> statement.bind("fingerprint", fingerprint).bind("now", now)
                        .bind("before", from.claimedAt()));
    }

    public boolean finish(IdempotencyKey key, Row answer, Instant now) {
        return update(key, "UPDATE platform_idempotency SET status = :status, media_type = :type, body = :body,"
                + " finished_at = :now" + WHERE + " AND finished_at IS NULL",
                statement -> statement.bind("status", answer.status()).bind("type", answer.mediaType())
                        .bind("body", answer.body()).bind("now", now));
    }

    public boolean forget(IdempotencyKey key) {
        return update(key, "DELETE FROM platform_idempotency" + WHERE + " AND finished_at IS NULL", statement -> { });
    }

    /** In small commits of its own, so that requests never wait for a large one. */
    public int forgetBefore(Instant moment) {
        var jdbi = Jdbi.create(database.ownCommits()).installPlugin(new JdbiTypes());
        return jdbi.withHandle(handle -> {
            int all = 0;
            int some;
            do {
                some = handle.execute("DELETE FROM platform_idempotency WHERE created_at <= ? LIMIT " + BATCH, moment);
                all += some;
            } while (some == BATCH);
            return all;
        });
    }

    private boolean update(IdempotencyKey key, String sql, Consumer<SqlStatement<?>> more) {
        return database.inTransaction().withHandle((Handle handle) -> {
            var statement = of(key, handle.createUpdate(sql));
            more.accept(statement);
            return statement.execute() == 1;
        });
    }

    private static <S extends SqlStatement<S>> S of(IdempotencyKey key, S statement) {
        return statement.bind("tenant", key.tenant()).bind("scope", key.scope()).bind("key", key.key());
    }

    private static Row row(ResultSet rows, StatementContext context) throws SQLException {
        var finished = rows.getObject("finished_at") != null;
        var claim = new IdempotencyClaim(rows.getString("fingerprint"),
                JdbiTypes.instant(rows, rows.findColumn("created_at")), finished);
        var status = finished ? Integer.valueOf(rows.getInt("status")) : null;
        return new Row(claim, status, rows.getString("media_type"), rows.getBytes("body"));
    }
}

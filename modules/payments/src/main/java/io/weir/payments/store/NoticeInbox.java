package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.domain.Applied;
import io.weir.payments.domain.StoredNotice;
import io.weir.payments.spi.Notice;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** Genuine notices, each once, as they came. All of it in the caller's transaction. */
@ApplicationScoped
public class NoticeInbox {
    private static final String INSERT = """
            INSERT INTO payments_notice (tenant_id, id, gateway, event_key, event_type, order_code, occurred_at, body,
              received_at)
            VALUES (:tenant, :id, :gateway, :key, :type, :orderCode, :occurredAt, :body, :at)""";
    private static final String LOCK = """
            SELECT id, gateway, body, result FROM payments_notice
            WHERE tenant_id = :tenant AND id = :id FOR UPDATE""";
    private static final String APPLIED = """
            UPDATE payments_notice SET applied_at = :at, result = :result, needs_person = :needsPerson,
              payment_id = :payment, attempts = attempts + 1, dead_at = NULL
            WHERE tenant_id = :tenant AND id = :id""";
    private static final String FAILED = """
            UPDATE payments_notice SET attempts = attempts + 1, last_error = :error,
              dead_at = IF(attempts >= :most, :at, NULL)
            WHERE tenant_id = :tenant AND id = :id AND applied_at IS NULL""";
    private static final String IS_DEAD = """
            SELECT 1 FROM payments_notice WHERE tenant_id = :tenant AND id = :id AND dead_at IS NOT NULL""";
    private static final String RENEW = """
            UPDATE payments_notice SET applied_at = NULL, result = NULL, needs_person = FALSE, attempts = 0,
              dead_at = NULL, last_error = NULL, acknowledged_at = NULL, acknowledged_by = NULL,
              acknowledged_note = NULL
            WHERE tenant_id = :tenant AND id = :id""";
    private static final String ACKNOWLEDGE = """
            UPDATE payments_notice SET acknowledged_at = :at, acknowledged_by = :by, acknowledged_note = :note
            WHERE tenant_id = :tenant AND id = :id AND applied_at IS NOT NULL AND needs_person
              AND acknowledged_at IS NULL""";
    private static final String FORGET = """
            DELETE FROM payments_notice WHERE tenant_id = :tenant AND received_at < :until AND applied_at IS NOT NULL
              AND (NOT needs_person OR acknowledged_at IS NOT NULL) ORDER BY received_at LIMIT :most""";
    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_TEXT = 255;

    @Inject
    Database database;
    @Inject
    Time time;

    /** @return the id of the new row; empty when this event is here already */
    public Optional<UUID> insert(TenantId tenant, String gateway, Notice notice, byte[] body) {
        var id = Ids.next();
        return database.inTransaction().withHandle(handle -> {
            try (var insert = handle.createUpdate(INSERT)) {
                var order = notice.fact().subject().orderCode();
                insert.bind("tenant", tenant.toString()).bind("id", id.toString()).bind("gateway", gateway)
                        .bind("key", notice.eventKey()).bind("type", cut(notice.type(), LONGEST_TYPE))
                        .bind("orderCode", order.isPresent() ? (Long) order.getAsLong() : null)
                        .bind("occurredAt", notice.occurredAt().orElse(null)).bind("body", body)
                        .bind("at", time.now()).execute();
                return Optional.of(id);
            } catch (UnableToExecuteStatementException e) {
                if (TakenKey.isCauseOf(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Locked until the transaction ends, so that two workers never apply the same notice. */
    public Optional<StoredNotice> lock(TenantId tenant, UUID id) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(LOCK).bind("tenant", tenant.toString())
                .bind("id", id.toString()).map((row, context) -> read(row)).findOne());
    }

    public void applied(TenantId tenant, UUID id, Applied applied) {
        update(tenant, id, APPLIED, update -> update.bind("at", time.now())
                .bind("result", cut(applied.result(), LONGEST_TEXT)).bind("needsPerson", applied.needsPerson())
                .bind("payment", applied.payment().map(Object::toString).orElse(null)));
    }

    /** @return whether it is given up now, after {@code most} failures */
    public boolean failed(TenantId tenant, UUID id, String error, int most) {
        update(tenant, id, FAILED, update -> update.bind("error", cut(error, LONGEST_TEXT)).bind("most", most)
                .bind("at", time.now()));
        return database.inTransaction().withHandle(handle -> handle.createQuery(IS_DEAD)
                .bind("tenant", tenant.toString()).bind("id", id.toString()).mapTo(Integer.class).findOne()
                .isPresent());
    }

    /** As if it had just come. @return whether there is such a notice */
    public boolean renew(TenantId tenant, UUID id) {
        return update(tenant, id, RENEW, update -> { }) == 1;
    }

    /** @return whether it needed that */
    public boolean acknowledge(TenantId tenant, UUID id, UserId by, String note) {
        return update(tenant, id, ACKNOWLEDGE, update -> update.bind("at", time.now()).bind("by", by.toString())
                .bind("note", note)) == 1;
    }

    /** Of what came before {@code until} and needs nobody any more. @return how many */
    public int forget(TenantId tenant, Instant until, int most) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(FORGET)
                .bind("tenant", tenant.toString()).bind("until", until).bind("most", most).execute());
    }

    private int update(TenantId tenant, UUID id, String sql, Consumer<Update> more) {
        return database.inTransaction().withHandle((Handle handle) -> {
            var update = handle.createUpdate(sql).bind("tenant", tenant.toString()).bind("id", id.toString());
            more.accept(update);
            return update.execute();
        });
    }

    private static StoredNotice read(ResultSet row) throws SQLException {
        return new StoredNotice(UUID.fromString(row.getString("id")), row.getString("gateway"), row.getBytes("body"),
                Columns.text(row, "result"));
    }

    /** A gateway's words are for people to read; their end may be lost, the notice may not. */
    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}

package io.weir.payments.store;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.domain.StoredNotice;
import io.weir.payments.spi.Notice;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Verified notices, each once. What was read from a notice is kept beside its raw bytes, because a signature that was
 * fresh on arrival could not be verified again when the notice is applied later.
 */
@ApplicationScoped
public class NoticeInbox {
    private static final String INSERT = """
            INSERT INTO payments_notice (tenant_id, id, gateway, event_key, order_code, outcome, amount, currency,
              gateway_reference, message, body, received_at)
            VALUES (:tenant, :id, :gateway, :key, :orderCode, :outcome, :amount, :currency,
              :reference, :message, :body, :at)""";
    private static final String LOCK = """
            SELECT id, gateway, event_key, order_code, outcome, amount, currency, gateway_reference, message, result
            FROM payments_notice WHERE tenant_id = :tenant AND id = :id FOR UPDATE""";
    private static final String APPLIED = """
            UPDATE payments_notice SET applied_at = :at, result = :result WHERE tenant_id = :tenant AND id = :id""";
    private static final int LONGEST_TEXT = 255;

    @Inject
    Database database;
    @Inject
    Time time;

    /** @return the id of the new row; empty when this event is here already */
    public Optional<String> insert(TenantId tenant, String gateway, Notice notice, byte[] body) {
        var id = Ids.next().toString();
        var stored = new StoredNotice(id, gateway, notice, Optional.empty());
        boolean isNew = database.inTransaction().withHandle(handle -> tryInsert(handle, tenant, stored, body));
        return isNew ? Optional.of(id) : Optional.empty();
    }

    /** Locked until the transaction ends, so that two workers never apply the same notice. */
    public Optional<StoredNotice> lock(TenantId tenant, String id) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(LOCK).bind("tenant", tenant.toString())
                .bind("id", id).map((row, context) -> read(row)).findOne());
    }

    public void applied(TenantId tenant, String id, String result) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(APPLIED).bind("tenant", tenant.toString())
                .bind("id", id).bind("at", time.now()).bind("result", result).execute());
    }

    private boolean tryInsert(Handle handle, TenantId tenant, StoredNotice stored, byte[] body) {
        var notice = stored.notice();
        try (var insert = handle.createUpdate(INSERT)) {
            insert.bind("tenant", tenant.toString()).bind("id", stored.id()).bind("gateway", stored.gateway())
                    .bind("key", notice.eventKey()).bind("orderCode", notice.orderCode())
                    .bind("outcome", notice.outcome().name()).bind("amount", notice.amount().minor())
                    .bind("currency", notice.amount().currency().getCurrencyCode())
                    .bind("reference", cut(notice.gatewayReference())).bind("message", cut(notice.words()))
                    .bind("body", body).bind("at", time.now()).execute();
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (TakenKey.isCauseOf(e)) {
                return false;
            }
            throw e;
        }
    }

    /** A gateway's words are for people to read; their end may be lost, the notice may not. */
    private static String cut(Optional<String> text) {
        return text.map(t -> t.substring(0, Math.min(LONGEST_TEXT, t.length()))).orElse(null);
    }

    private static StoredNotice read(ResultSet row) throws SQLException {
        var amount = new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        var notice = new Notice(row.getString("event_key"), row.getLong("order_code"),
                Notice.Outcome.valueOf(row.getString("outcome")), amount,
                Optional.ofNullable(row.getString("gateway_reference")), Optional.ofNullable(row.getString("message")));
        return new StoredNotice(row.getString("id"), row.getString("gateway"), notice,
                Optional.ofNullable(row.getString("result")));
    }
}

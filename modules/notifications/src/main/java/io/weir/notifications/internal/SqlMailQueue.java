package io.weir.notifications.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/**
 * The table as a queue. A mail is taken in a short transaction that moves its next attempt ahead of the lease, so
 * that no lock is held while a mail server is spoken to, and a node that dies with a mail loses it to another when
 * the lease ends.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SqlMailQueue implements MailQueue {
    /** Longer than any exchange: a dozen SMTP commands of at most five seconds each. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int LONGEST_ERROR = 500;

    private Database database;
    private Time time;

    protected SqlMailQueue() {
    }

    @Inject
    public SqlMailQueue(Database database, Time time) {
        this.database = database;
        this.time = time;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void add(Letter letter) {
        database.inTransaction().useHandle(handle -> handle.createUpdate("""
                INSERT INTO notifications_mail (tenant_id, id, to_address, subject, body, confidential,
                    enclosed_account_id, enclosed_invoice_id, status, attempts, next_attempt_at, created_at)
                VALUES (:tenant, :id, :to, :subject, :body, :confidential, :account, :invoice, 'queued', 0, :now,
                    :now)""")
                .bind("tenant", letter.tenant()).bind("id", Ids.next()).bind("to", letter.to())
                .bind("subject", letter.subject()).bind("body", letter.body())
                .bind("confidential", letter.confidential()).bind("now", time.now())
                .bind("account", letter.enclosure().map(Enclosure::account).orElse(null))
                .bind("invoice", letter.enclosure().map(Enclosure::invoice).orElse(null)).execute());
    }

    @Override
    public Optional<DueMail> take() {
        var now = time.now();
        return database.inTransaction().withHandle(handle -> {
            var due = handle.createQuery("""
                    SELECT tenant_id, id, to_address, subject, body, confidential, enclosed_account_id,
                        enclosed_invoice_id, attempts FROM notifications_mail
                    WHERE status = 'queued' AND next_attempt_at <= :now
                    ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                    .bind("now", now).map(SqlMailQueue::taken).findOne();
            due.ifPresent(mail -> lease(handle, mail, now.plus(LEASE)));
            return due;
        });
    }

    @Override
    public void sent(DueMail mail) {
        end("UPDATE notifications_mail SET status = 'sent', sent_at = :now, last_error = NULL", mail);
    }

    @Override
    public void unsent(DueMail mail) {
        end("UPDATE notifications_mail SET status = 'unsent', next_attempt_at = :now", mail);
    }

    @Override
    public void failed(DueMail mail, String error) {
        var now = time.now();
        var again = Backoff.after(mail.attempt());
        database.inTransaction().useHandle(handle -> stillOurs(handle,
                "UPDATE notifications_mail SET status = :status, next_attempt_at = :next, last_error = :error", mail)
                .bind("status", again.isPresent() ? "queued" : "failed").bind("next", again.map(now::plus).orElse(now))
                .bind("error", error.substring(0, Math.min(LONGEST_ERROR, error.length()))).execute());
    }

    private void end(String update, DueMail mail) {
        database.inTransaction()
                .useHandle(handle -> stillOurs(handle, update, mail).bind("now", time.now()).execute());
    }

    private static Update stillOurs(Handle handle, String update, DueMail mail) {
        return handle.createUpdate(update
                        + " WHERE tenant_id = :tenant AND id = :id AND status = 'queued' AND attempts = :attempt")
                .bind("tenant", mail.letter().tenant()).bind("id", mail.id()).bind("attempt", mail.attempt());
    }

    private static void lease(Handle handle, DueMail mail, Instant until) {
        handle.createUpdate("UPDATE notifications_mail SET attempts = :attempt, next_attempt_at = :until"
                        + " WHERE tenant_id = :tenant AND id = :id")
                .bind("attempt", mail.attempt()).bind("until", until)
                .bind("tenant", mail.letter().tenant()).bind("id", mail.id()).execute();
    }

    private static DueMail taken(ResultSet row, StatementContext context) throws SQLException {
        var letter = new Letter(new TenantId(UUID.fromString(row.getString("tenant_id"))), row.getString("to_address"),
                row.getString("subject"), row.getString("body"), row.getBoolean("confidential"), enclosed(row));
        return new DueMail(UUID.fromString(row.getString("id")), letter, row.getInt("attempts") + 1);
    }

    private static Optional<Enclosure> enclosed(ResultSet row) throws SQLException {
        var invoice = row.getString("enclosed_invoice_id");
        return invoice == null ? Optional.empty() : Optional.of(new Enclosure(
                UUID.fromString(row.getString("enclosed_account_id")), UUID.fromString(invoice)));
    }
}

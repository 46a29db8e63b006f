package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Messages on their way. Whoever delivers holds no lock meanwhile: what it claimed is nobody else's for a while. */
@ApplicationScoped
@Transactional
public class NoticeRows {
    /** Longer than any delivery; only one that a crash cut short is repeated by this. */
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String INSERT = """
            INSERT INTO sandbox_notice (tenant_id, id, event_id, copy, event_type, body, bad_signature, attempts,
              created_at, next_attempt_at, due_at)
            VALUES (:tenant, :id, :event, :copy, :type, :body, :bad, 0, :now, :at, :dueAt)""";
    private static final String DUE = """
            SELECT tenant_id, id, body, bad_signature, attempts FROM sandbox_notice WHERE next_attempt_at <= :now
            ORDER BY next_attempt_at, id LIMIT :most FOR UPDATE SKIP LOCKED""";
    private static final String CLAIMED = "UPDATE sandbox_notice SET next_attempt_at = :until, due_at = NULL"
            + " WHERE id = :id";
    private static final String DELIVERED = """
            UPDATE sandbox_notice SET attempts = attempts + 1, delivered_at = :now, next_attempt_at = NULL,
              last_answer = '200'
            WHERE id = :id""";
    private static final String FAILED = """
            UPDATE sandbox_notice SET attempts = attempts + 1, next_attempt_at = :again, last_answer = :answer
            WHERE id = :id""";
    private static final String FORGET = """
            DELETE FROM sandbox_notice WHERE created_at < :before AND next_attempt_at IS NULL LIMIT 1000""";
    private static final int LONGEST_ANSWER = 255;

    @Inject
    Database database;
    @Inject
    Time time;

    /** A message to send now. {@code attempts}: how many tries it has had. */
    record Queued(UUID id, TenantId tenant, byte[] body, boolean badSignature, int attempts) {
    }

    /** Queues them, in the caller's transaction. */
    public void queue(TenantId tenant, List<Sending> sendings, Instant now) {
        sendings.forEach(sending -> insert(tenant, sending, now, sending.at()));
    }

    /** The same; but those that are due at once are the caller's to deliver, and come back. */
    public List<Queued> take(TenantId tenant, List<Sending> sendings, Instant now) {
        return sendings.stream().flatMap(sending -> {
            boolean isDue = !sending.at().isAfter(now);
            var queued = insert(tenant, sending, now, isDue ? now.plus(CLAIM) : sending.at());
            return isDue ? Stream.of(queued) : Stream.empty();
        }).toList();
    }

    /** Those whose time has come, of all tenants. */
    public List<Queued> claim(int most, Instant now) {
        return database.inTransaction().withHandle(handle -> {
            var due = handle.createQuery(DUE).bind("now", now).bind("most", most)
                    .map((row, context) -> read(row)).list();
            due.forEach(queued -> handle.createUpdate(CLAIMED).bind("until", now.plus(CLAIM))
                    .bind("id", queued.id()).execute());
            return due;
        });
    }

    public void delivered(UUID id, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(DELIVERED).bind("id", id).bind("now", now)
                .execute());
    }

    /** @param again null when it is given up */
    public void failed(UUID id, String answer, Instant again) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(FAILED).bind("id", id)
                .bind("answer", answer.substring(0, Math.min(LONGEST_ANSWER, answer.length()))).bind("again", again)
                .execute());
    }

    /** How many are still to be delivered to a tenant. */
    public long waiting(TenantId tenant) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM sandbox_notice WHERE tenant_id = :tenant AND next_attempt_at IS NOT NULL""")
                .bind("tenant", tenant).mapTo(Long.class).one());
    }

    /** Those that were taken or given up, after a week. */
    public void forgetOld(Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(FORGET).bind("before", now.minus(KEPT))
                .execute());
    }

    private Queued insert(TenantId tenant, Sending sending, Instant now, Instant at) {
        var queued = new Queued(Ids.next(), tenant, sending.event().toBody(), sending.badSignature(), 0);
        database.inTransaction().useHandle(handle -> handle.createUpdate(INSERT).bind("tenant", tenant)
                .bind("id", queued.id()).bind("event", sending.event().id()).bind("copy", sending.copy())
                .bind("type", sending.event().type()).bind("body", queued.body()).bind("bad", queued.badSignature())
                .bind("now", now).bind("at", at).bind("dueAt", dueAt(tenant, sending, now)).execute());
        return queued;
    }

    /** What a script delays is due by the tenant's clock; null for what is due at once. */
    private Instant dueAt(TenantId tenant, Sending sending, Instant now) {
        return sending.at().isAfter(now) ? time.now(tenant).plus(Duration.between(now, sending.at())) : null;
    }

    private static Queued read(ResultSet row) throws SQLException {
        return new Queued(UUID.fromString(row.getString("id")), TenantId.of(row.getString("tenant_id")),
                row.getBytes("body"), row.getBoolean("bad_signature"), row.getInt("attempts"));
    }
}

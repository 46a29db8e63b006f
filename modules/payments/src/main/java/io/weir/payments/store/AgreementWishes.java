package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements.Wish;
import io.weir.platform.api.Database;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What gateways are still to be told of agreements. Nothing is given up: as long as a gateway has not heard of an end,
 * it charges.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AgreementWishes {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String PUT = """
            INSERT INTO payments_agreement_wish (tenant_id, agreement_id, wish, wished_at, next_attempt_at)
            VALUES (:tenant, :agreement, :wish, :now, :now)
            ON DUPLICATE KEY UPDATE wish = :wish, wished_at = :now, attempts = 0, next_attempt_at = :now,
              last_error = NULL""";
    private static final String DUE = """
            SELECT tenant_id, agreement_id, wish, wished_at, attempts FROM payments_agreement_wish
            WHERE next_attempt_at <= :now ORDER BY next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED""";
    private static final String SAME = " WHERE agreement_id = :agreement AND wish = :wish AND wished_at = :wishedAt";
    private static final String LATER = "UPDATE payments_agreement_wish SET next_attempt_at = :next" + SAME;
    private static final String MISSED = """
            UPDATE payments_agreement_wish SET next_attempt_at = :next, attempts = attempts + 1,
              last_error = :error""" + SAME;

    @Inject
    Database database;
    @Inject
    Time time;

    /** In the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(TenantId tenant, UUID agreement, Wish wish) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(PUT).bind("tenant", tenant.toString())
                .bind("agreement", agreement.toString()).bind("wish", wish.name()).bind("now", time.now()).execute());
    }

    /** They are this caller's for a while. */
    public List<Due> claim(int most) {
        var found = database.inTransaction().withHandle(handle -> handle.createQuery(DUE).bind("now", time.now())
                .bind("most", most).map((row, context) -> new Due(TenantId.of(row.getString("tenant_id")),
                        UUID.fromString(row.getString("agreement_id")), Wish.valueOf(row.getString("wish")),
                        Columns.instant(row, "wished_at"), row.getInt("attempts"))).list());
        found.forEach(due -> update(due, LATER, time.now().plus(LEASE), null));
        return found;
    }

    /** Not when something else was wished meanwhile. */
    public void done(Due due) {
        database.inTransaction().useHandle(handle -> handle.createUpdate("DELETE FROM payments_agreement_wish" + SAME)
                .bind("agreement", due.agreement().toString()).bind("wish", due.wish().name())
                .bind("wishedAt", due.wishedAt()).execute());
    }

    public void missed(Due due, String error) {
        var pause = FIRST.multipliedBy(1L << Math.min(due.attempts(), 7));
        update(due, MISSED, time.now().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause), error);
    }

    private void update(Due due, String sql, Instant next, String error) {
        database.inTransaction().useHandle(handle -> {
            var update = handle.createUpdate(sql).bind("agreement", due.agreement().toString())
                    .bind("wish", due.wish().name()).bind("wishedAt", due.wishedAt()).bind("next", next);
            (error == null ? update : update.bind("error", error)).execute();
        });
    }

    /** A wish, and how often it was told in vain. */
    public record Due(TenantId tenant, UUID agreement, Wish wish, Instant wishedAt, int attempts) {
    }
}

package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Refund.Status;
import io.weir.payments.domain.RefundPlan;
import io.weir.platform.api.Database;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Refunds of all tenants that are not decided yet, and when gateways are asked for them, or about them, again. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DueRefunds {
    private static final String DUE = """
            SELECT tenant_id, id FROM payments_refund WHERE status = :status AND next_attempt_at <= :now
            ORDER BY next_attempt_at, id LIMIT :most FOR UPDATE SKIP LOCKED""";
    private static final String LATER = "UPDATE payments_refund SET next_attempt_at = :next WHERE id = :id";
    private static final String TRIED = """
            SELECT attempts, first_asked_at FROM payments_refund WHERE id = :id AND status = 'ASKED' FOR UPDATE""";
    private static final String MISSED = """
            UPDATE payments_refund SET attempts = attempts + 1, next_attempt_at = :next WHERE id = :id""";
    private static final String LOOKED = """
            UPDATE payments_refund SET attempts = :looks + 1, next_attempt_at = :next
            WHERE id = :id AND status = 'PENDING'""";
    private static final String LOOKS = "SELECT attempts FROM payments_refund WHERE id = :id AND status = 'PENDING'";

    @Inject
    Database database;
    @Inject
    Time time;

    /** Those that no gateway has answered. They are this caller's for a while. */
    public List<Due> claim(int most) {
        return claim(Status.ASKED, RefundPlan.LEASE, most);
    }

    /** Those that a gateway has taken. The same. */
    public List<Due> claimPending(int most) {
        return claim(Status.PENDING, RefundPlan.LOOK_LEASE, most);
    }

    private List<Due> claim(Status status, Duration lease, int most) {
        return database.inTransaction().withHandle(handle -> {
            var found = handle.createQuery(DUE).bind("status", status.name()).bind("now", time.now())
                    .bind("most", most).map((row, context) -> new Due(TenantId.of(row.getString("tenant_id")),
                            UUID.fromString(row.getString("id")))).list();
            found.forEach(due -> handle.createUpdate(LATER).bind("next", time.now().plus(lease))
                    .bind("id", due.refund().toString()).execute());
            return found;
        });
    }

    /** Nobody answered. @return when it is asked for again; empty when a person has to look */
    public Optional<Instant> missed(UUID refund) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(TRIED).bind("id", refund.toString())
                .map((row, context) -> RefundPlan.next(row.getInt("attempts"), Columns.instant(row, "first_asked_at"),
                        time.now())).findOne().map(next -> {
                            handle.createUpdate(MISSED).bind("next", next.orElse(null)).bind("id", refund.toString())
                                    .execute();
                            return next;
                        }).orElse(Optional.of(time.now())));
    }

    /** Whether or not its gateway told how it stands, it is asked again while it is pending. */
    public void looked(UUID refund) {
        database.inTransaction().useHandle(handle -> handle.createQuery(LOOKS).bind("id", refund.toString())
                .mapTo(Integer.class).findOne().ifPresent(looks -> handle.createUpdate(LOOKED).bind("looks", looks)
                        .bind("next", RefundPlan.look(looks + 1, time.now())).bind("id", refund.toString()).execute()));
    }

    /** Its gateway can't be asked. */
    public void cannotLook(UUID refund) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(LATER).bind("next", (Instant) null)
                .bind("id", refund.toString()).execute());
    }

    /** A refund, and whose it is. */
    public record Due(TenantId tenant, UUID refund) {
    }
}

package io.weir.payments.store;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.payments.domain.AgreementPlan;
import io.weir.payments.domain.StoredAgreement;
import io.weir.platform.api.Database;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Running agreements, and when each is asked about next: in its tenant's time, because the sandbox charges by that. No
 * clock is behind the real one, so only those that are ahead need a look of their own.
 */
@ApplicationScoped
@Transactional
public class AgreementChecks {
    /** Longer than a provider may keep a batch: should asking fail, the agreement comes up again. */
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String DUE = """
            SELECT tenant_id, id, gateway FROM payments_agreement WHERE next_check_at <= :now""";
    private static final String IN_ORDER = " ORDER BY next_check_at, id LIMIT :most FOR UPDATE SKIP LOCKED";
    private static final String LATER = "UPDATE payments_agreement SET next_check_at = :next WHERE id = :id";
    private static final String OF =
            " FROM payments_agreement WHERE tenant_id = :tenant AND status <> 'ENDED'";
    private static final String SELECT = "SELECT " + AgreementRows.COLUMNS + ", checks, next_check_at, asked_at" + OF;
    private static final String ASKED = """
            UPDATE payments_agreement SET next_check_at = :next, checks = :checks,
              asked_at = COALESCE(:askedAt, asked_at)
            WHERE tenant_id = :tenant AND id = :id""";

    @Inject
    Database database;
    @Inject
    Time time;

    /**
     * They are this caller's for a while.
     *
     * @param ahead tenants whose clocks may be
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Due> claim(Collection<TenantId> ahead, int most) {
        return database.inTransaction().withHandle(handle -> {
            var found = new ArrayList<>(handle.createQuery(DUE + IN_ORDER).bind("now", time.now()).bind("most", most)
                    .map((row, context) -> due(row)).list());
            for (var tenant : ahead) {
                if (found.size() < most && time.now(tenant).isAfter(time.now())) {
                    found.addAll(handle.createQuery(DUE + " AND next_check_at > :real AND tenant_id = :tenant"
                            + IN_ORDER).bind("now", time.now(tenant)).bind("real", time.now())
                            .bind("tenant", tenant.toString()).bind("most", most - found.size())
                            .map((row, context) -> due(row)).list());
                }
            }
            found.forEach(due -> handle.createUpdate(LATER).bind("next", time.now(due.tenant()).plus(LEASE))
                    .bind("id", due.agreement().toString()).execute());
            return found;
        });
    }

    /** Empty for one that has ended. */
    public Optional<Check> running(TenantId tenant, UUID id) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT + " AND id = :id")
                .bind("tenant", tenant.toString()).bind("id", id.toString()).map((row, context) -> read(row))
                .findOne());
    }

    /** The next to be asked about first. */
    public Page<Check> page(TenantId tenant, Page.Request page) {
        return database.inTransaction().withHandle(handle -> new Page<>(handle.createQuery(SELECT
                + " ORDER BY next_check_at IS NULL, next_check_at, id LIMIT :limit OFFSET :offset")
                .bind("tenant", tenant.toString()).bind("limit", page.limit()).bind("offset", page.offset())
                .map((row, context) -> read(row)).list(), page.page(), page.limit(),
                handle.createQuery("SELECT count(*)" + OF).bind("tenant", tenant.toString()).mapTo(Long.class).one()));
    }

    /**
     * @param before as it was when it was asked about
     * @param heard when, in real time, if all was heard and applied
     */
    public void asked(TenantId tenant, Check before, Optional<Instant> heard) {
        running(tenant, before.agreement().agreement().id()).ifPresent(now -> {
            var at = time.now(tenant);
            var agreement = now.agreement().agreement();
            boolean isExpected = heard.isEmpty() || AgreementPlan.isExpected(agreement, at);
            var next = heard.isEmpty() ? Optional.of(AgreementPlan.again(before.checks(), at))
                    : AgreementPlan.next(agreement, before.checks(), at);
            write(tenant, agreement.id(), next, isExpected ? before.checks() + 1 : 0, heard);
        });
    }

    /** Its gateway cannot be asked. */
    public void cannotAsk(TenantId tenant, Check check) {
        write(tenant, check.agreement().agreement().id(), Optional.empty(), check.checks(), Optional.empty());
    }

    private void write(TenantId tenant, UUID id, Optional<Instant> next, int checks, Optional<Instant> heard) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(ASKED).bind("tenant", tenant.toString())
                .bind("id", id.toString()).bind("next", next.orElse(null)).bind("checks", checks)
                .bind("askedAt", heard.orElse(null)).execute());
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(TenantId.of(row.getString("tenant_id")), UUID.fromString(row.getString("id")),
                row.getString("gateway"));
    }

    private static Check read(ResultSet row) throws SQLException {
        return new Check(AgreementRows.read(row), row.getInt("checks"), Columns.optionalInstant(row, "next_check_at"),
                Columns.optionalInstant(row, "asked_at"));
    }

    /** An agreement to be asked about, whose, and where. */
    public record Due(TenantId tenant, UUID agreement, String gateway) {
    }

    /** {@code askedAt}: in real time, when all that its gateway knows of it was heard. */
    public record Check(StoredAgreement agreement, int checks, Optional<Instant> nextCheckAt,
            Optional<Instant> askedAt) {
    }
}

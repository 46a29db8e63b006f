package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What of the sandbox's books is due by a tenant's clock. */
@ApplicationScoped
@Transactional
public class ClockRows {
    private static final String CHARGE = "SELECT MIN(due_at) FROM sandbox_agreement"
            + " WHERE tenant_id = :tenant AND due_at > :after";
    private static final String REFUND = "SELECT MIN(due_at) FROM sandbox_refund"
            + " WHERE tenant_id = :tenant AND due_at > :after";
    private static final String NOTICE = "SELECT MIN(due_at) FROM sandbox_notice"
            + " WHERE tenant_id = :tenant AND next_attempt_at IS NOT NULL AND due_at > :after";
    private static final String HASTEN = """
            UPDATE sandbox_notice SET next_attempt_at = LEAST(next_attempt_at, :now), due_at = NULL
            WHERE tenant_id = :tenant AND next_attempt_at IS NOT NULL AND due_at <= :tenantNow""";
    private static final String UNDER_WAY = """
            SELECT COUNT(*) FROM sandbox_notice
            WHERE tenant_id = :tenant AND next_attempt_at IS NOT NULL AND due_at IS NULL AND attempts < :patience""";

    @Inject
    Database database;

    public Optional<Instant> next(TenantId tenant, Instant after) {
        return Stream.of(CHARGE, REFUND, NOTICE).map(sql -> moment(sql, tenant, after)).flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Sends what is due by the tenant's clock although its delay in real time is not over. */
    public void hasten(TenantId tenant, Instant tenantNow, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(HASTEN).bind("tenant", tenant)
                .bind("tenantNow", tenantNow).bind("now", now).execute());
    }

    /** Whether notices are still to be taken that were not refused so often. */
    public boolean isUnderWay(TenantId tenant, int patience) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(UNDER_WAY).bind("tenant", tenant)
                .bind("patience", patience).mapTo(Integer.class).one()) > 0;
    }

    private Optional<Instant> moment(String sql, TenantId tenant, Instant after) {
        return database.inTransaction().withHandle(handle -> Optional.ofNullable(handle.createQuery(sql)
                .bind("tenant", tenant).bind("after", after).mapTo(Instant.class).one()));
    }
}

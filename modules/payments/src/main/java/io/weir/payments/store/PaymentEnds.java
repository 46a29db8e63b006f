package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a tenant's open payments run out. One that a person is to look at stays open after its end. */
@ApplicationScoped
@Transactional
public class PaymentEnds {
    private static final String OPEN = " FROM payments_payment WHERE tenant_id = :tenant"
            + " AND status IN ('PENDING', 'PROCESSING') AND attention IS NULL AND expires_at ";

    @Inject
    Database database;

    public Optional<Instant> next(TenantId tenant, Instant after) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(
                "SELECT expires_at" + OPEN + "> :after ORDER BY expires_at LIMIT 1")
                .bind("tenant", tenant).bind("after", after).mapTo(Instant.class).findOne());
    }

    public List<PaymentId> over(TenantId tenant, Instant now, int most) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(
                "SELECT id" + OPEN + "<= :now ORDER BY expires_at, id LIMIT :most")
                .bind("tenant", tenant).bind("now", now).bind("most", most)
                .map((row, context) -> PaymentId.of(row.getString("id"))).list());
    }
}

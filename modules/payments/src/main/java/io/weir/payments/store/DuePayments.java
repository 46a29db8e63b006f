package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.Database;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/** Open payments of all tenants whose time to be asked about has come. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DuePayments {
    /** Put off so far while somebody asks: should that fail, the payment comes up again. */
    private static final Duration PUT_OFF = Duration.ofMinutes(5);
    private static final String DUE = """
            SELECT tenant_id, id, gateway FROM payments_payment WHERE next_check_at <= :now
            ORDER BY next_check_at, id LIMIT :most FOR UPDATE SKIP LOCKED""";
    private static final String LATER = """
            UPDATE payments_payment SET next_check_at = :later, version = version + 1 WHERE id = :id""";

    @Inject
    Database database;
    @Inject
    Time time;

    /** They are this caller's for a while. */
    public List<Due> claim(int most) {
        return database.inTransaction().withHandle(handle -> {
            var found = handle.createQuery(DUE).bind("now", time.now()).bind("most", most)
                    .map((row, context) -> new Due(TenantId.of(row.getString("tenant_id")),
                            PaymentId.of(row.getString("id")), row.getString("gateway"))).list();
            found.forEach(due -> handle.createUpdate(LATER).bind("later", time.now().plus(PUT_OFF))
                    .bind("id", due.payment().toString()).execute());
            return found;
        });
    }

    /** A payment, whose it is, and where it was opened. */
    public record Due(TenantId tenant, PaymentId payment, String gateway) {
    }
}

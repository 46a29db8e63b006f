package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Asks whose something is, among all tenants: nothing else of it is read. What two have by one name is nobody's. */
@ApplicationScoped
public class OwnerSearch {
    @Inject
    Database database;

    public Optional<TenantId> ofPayment(PaymentId id) {
        return find("SELECT tenant_id FROM payments_payment WHERE id = :id", id.toString(), "");
    }

    public Optional<TenantId> ofOrder(long code) {
        return find("SELECT tenant_id FROM payments_payment WHERE order_code = :id", code, "");
    }

    public Optional<TenantId> ofMoney(String gateway, String reference) {
        return find("SELECT tenant_id FROM payments_payment WHERE gateway = :gateway AND gateway_reference = :id"
                + " LIMIT 2", reference, gateway);
    }

    public Optional<TenantId> ofAgreement(String gateway, String reference) {
        return find("SELECT tenant_id FROM payments_agreement WHERE gateway = :gateway AND reference = :id LIMIT 2",
                reference, gateway);
    }

    private Optional<TenantId> find(String sql, Object id, String gateway) {
        var found = database.inTransaction().withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("id", id);
            return (sql.contains(":gateway") ? query.bind("gateway", gateway) : query)
                    .map((row, context) -> TenantId.of(row.getString("tenant_id"))).list();
        });
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}

package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.PaymentsOfAllTenants;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantBinding;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Asks the primary key whose a payment is, and then reads it as that tenant's. */
@ApplicationScoped
@Transactional
public class PrimaryKeySearch implements PaymentsOfAllTenants {
    private static final String OWNER = "SELECT tenant_id FROM payments_payment WHERE id = :id";

    @Inject
    Database database;
    @Inject
    PaymentRows payments;
    @Inject
    Tenants tenants;

    @Override
    public Optional<Found> find(PaymentId id) {
        return owner(id).flatMap(owner -> TenantBinding.call(owner, () -> payments.find(id)
                .map(payment -> new Found(tenants.byId(owner), payment.toPayment(), payment.returns()))));
    }

    private Optional<TenantId> owner(PaymentId id) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(OWNER).bind("id", id.toString())
                .map((row, context) -> TenantId.of(row.getString("tenant_id"))).findOne());
    }
}

package io.weir.payments.app;

import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.PaymentsOfAllTenants;
import io.weir.payments.store.OwnerSearch;
import io.weir.payments.store.PaymentRows;
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
    @Inject
    OwnerSearch owners;
    @Inject
    PaymentRows payments;
    @Inject
    Tenants tenants;

    @Override
    public Optional<Found> find(PaymentId id) {
        return owners.ofPayment(id).flatMap(owner -> TenantBinding.call(owner, () -> payments.find(id)
                .map(payment -> new Found(tenants.byId(owner), payment.toPayment(), payment.returns()))));
    }
}

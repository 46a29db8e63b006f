package io.weir.payments.spi;

import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.tenancy.api.Tenant;
import java.util.Optional;

/**
 * For a gateway's own pages, whose visitors are signed in nowhere: whoever knows a payment's id may see its checkout.
 */
public interface PaymentsOfAllTenants {
    /** Not within a transaction that works for a tenant already. */
    Optional<Found> find(PaymentId payment);

    /** A payment, whose it is, and where its payer's browser goes afterwards. */
    record Found(Tenant tenant, Payment payment, Payments.Return returns) {
    }
}

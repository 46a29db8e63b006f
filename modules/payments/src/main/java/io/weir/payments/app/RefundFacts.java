package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.domain.Applied;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.spi.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Applies what a gateway says of money that went back. */
@ApplicationScoped
public class RefundFacts {
    @Inject
    SubjectSearch search;

    public Applied apply(TenantId tenant, String gateway, Fact.Refunded fact) {
        var payment = search.lock(gateway, fact.subject()).map(PaymentEntity::id);
        return new Applied("refund " + fact.reference() + " of " + fact.amount(), true, payment);
    }
}

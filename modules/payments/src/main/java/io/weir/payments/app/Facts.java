package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.domain.Applied;
import io.weir.payments.spi.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Applies what a gateway says, in a notice or when it is asked, in the caller's transaction. */
@ApplicationScoped
public class Facts {
    @Inject
    PaymentFacts payments;
    @Inject
    AgreementFacts agreements;
    @Inject
    RefundFacts refunds;

    public Applied apply(TenantId tenant, String gateway, Fact fact) {
        if (fact instanceof Fact.OfPayment payment) {
            return payments.apply(tenant, gateway, payment);
        }
        if (fact instanceof Fact.AgreementChanged changed) {
            return agreements.apply(tenant, gateway, changed);
        }
        if (fact instanceof Fact.Renewed renewed) {
            return agreements.apply(tenant, gateway, renewed);
        }
        if (fact instanceof Fact.RenewalFailed failed) {
            return agreements.apply(tenant, gateway, failed);
        }
        if (fact instanceof Fact.Refunded refunded) {
            return refunds.apply(tenant, gateway, refunded);
        }
        return Applied.quietly("ignored");
    }
}

package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.domain.Applied;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.Receipt;
import io.weir.payments.domain.Verdict;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.payments.store.ReceiptRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Applies what a gateway says of a payment, in a notice or when asked, in the caller's transaction. */
@ApplicationScoped
public class PaymentFacts {
    @Inject
    SubjectSearch search;
    @Inject
    Settlement settlement;
    @Inject
    AgreementFacts agreements;
    @Inject
    ReceiptRows receipts;

    public Applied apply(TenantId tenant, String gateway, Fact.OfPayment fact) {
        var found = search.lock(gateway, fact.subject());
        if (found.isEmpty()) {
            return Applied.of(Verdict.UNKNOWN_ORDER, Optional.empty());
        }
        var payment = found.get();
        var verdict = verdict(tenant, gateway, payment, fact);
        take(verdict, tenant, payment, fact);
        if (verdict != Verdict.OTHER_GATEWAY) {
            fact.agreement().ifPresent(begun -> agreements.begin(tenant, payment.toPayment(), begun));
        }
        return Applied.of(verdict, Optional.of(payment.id()));
    }

    /** A transfer that a person has counted already must not be counted again because its gateway tells of it too. */
    private Verdict verdict(TenantId tenant, String gateway, PaymentEntity payment, Fact.OfPayment fact) {
        if (!payment.gateway().equals(gateway)) {
            return Verdict.OTHER_GATEWAY;
        }
        boolean isCounted = fact.outcome() == Outcome.RECEIVED && payment.hasMoney()
                && receipts.isByHand(tenant, payment.id());
        return isCounted ? Verdict.COUNTED_BY_HAND : Verdict.of(fact, payment);
    }

    private void take(Verdict verdict, TenantId tenant, PaymentEntity payment, Fact.OfPayment fact) {
        switch (verdict.step()) {
            case RECEIVE -> settlement.receive(tenant, payment, receipt(payment, fact),
                    new Settlement.Told(fact.gatewayReference(), fact.words()));
            case FAIL -> settlement.fail(tenant, payment, fact.words());
            case CANCEL -> settlement.cancel(tenant, payment, fact.words());
            case PROCESS -> payment.process();
            case ATTEND -> payment.needsPerson(verdict.result());
            case NONE -> { }
        }
    }

    /**
     * A transfer is one receipt by its own name. Whoever takes exact amounts takes them once for a payment, under
     * several names perhaps: there the payment is the name.
     */
    private static Receipt receipt(PaymentEntity payment, Fact.OfPayment fact) {
        var whole = "payment/" + payment.id();
        var name = fact.outcome() == Outcome.RECEIVED ? fact.gatewayReference().orElse(whole) : whole;
        return new Receipt(fact.amount().orElseThrow(), payment.gateway(), name);
    }
}

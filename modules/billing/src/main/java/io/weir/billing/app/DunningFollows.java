package io.weir.billing.app;

import io.weir.billing.api.InvoiceIssued;
import io.weir.billing.api.InvoicePaid;
import io.weir.billing.api.Invoices;
import io.weir.payments.api.Charges;
import io.weir.payments.api.Charges.Outcome;
import io.weir.payments.api.PaymentClosed;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Afterwards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Nobody is gone after for what is paid, or given back by a credit note; and what a gateway says late is heard. */
@ApplicationScoped
public class DunningFollows {
    private DunningSteps steps;
    private Invoices invoices;
    private Payments payments;
    private Charges charges;

    protected DunningFollows() {
    }

    @Inject
    public DunningFollows(DunningSteps steps, Invoices invoices, Payments payments, Charges charges) {
        this.steps = steps;
        this.invoices = invoices;
        this.payments = payments;
        this.charges = charges;
    }

    void on(@Observes @Afterwards InvoicePaid paid) {
        steps.settle(paid.tenant(), UUID.fromString(paid.invoice()));
    }

    void on(@Observes @Afterwards InvoiceIssued issued) {
        invoices.invoice(issued.tenant(), UUID.fromString(issued.invoice())).corrects()
                .ifPresent(corrected -> steps.settle(issued.tenant(), corrected.id()));
    }

    void on(@Observes @Afterwards PaymentClosed closed) {
        var attempt = PaymentId.of(closed.payment());
        charges.find(closed.tenant(), attempt).filter(charge -> charge.outcome() == Outcome.DECLINED)
                .ifPresent(charge -> steps.heard(closed.tenant(),
                        Starting.item(payments.payment(closed.tenant(), attempt).purpose()), attempt.value(),
                        TriedMoney.of(charge)));
    }
}

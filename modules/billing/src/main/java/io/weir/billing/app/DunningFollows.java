package io.weir.billing.app;

import io.weir.billing.api.InvoiceIssued;
import io.weir.billing.api.InvoicePaid;
import io.weir.billing.api.Invoices;
import io.weir.platform.api.Afterwards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Nobody is gone after for what is paid, or given back by a credit note. */
@ApplicationScoped
public class DunningFollows {
    private DunningSteps steps;
    private Invoices invoices;

    protected DunningFollows() {
    }

    @Inject
    public DunningFollows(DunningSteps steps, Invoices invoices) {
        this.steps = steps;
        this.invoices = invoices;
    }

    void on(@Observes @Afterwards InvoicePaid paid) {
        steps.settle(paid.tenant(), UUID.fromString(paid.invoice()));
    }

    void on(@Observes @Afterwards InvoiceIssued issued) {
        invoices.invoice(issued.tenant(), UUID.fromString(issued.invoice())).corrects()
                .ifPresent(corrected -> steps.settle(issued.tenant(), corrected.id()));
    }
}

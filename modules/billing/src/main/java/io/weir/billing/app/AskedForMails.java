package io.weir.billing.app;

import io.weir.billing.api.InvoiceDocument.State;
import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.api.InvoiceMailRequested;
import io.weir.billing.api.InvoiceMails;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Leaves the sending to whoever sends: billing knows no mail. */
@ApplicationScoped
@Transactional
public class AskedForMails implements InvoiceMails {
    private InvoiceDocuments documents;
    private Outbox outbox;

    protected AskedForMails() {
    }

    @Inject
    public AskedForMails(InvoiceDocuments documents, Outbox outbox) {
        this.documents = documents;
        this.outbox = outbox;
    }

    @Override
    public void send(TenantId tenant, AccountId account, UUID invoice) {
        if (documents.document(tenant, account, invoice).state() == State.DRAFT) {
            throw Refusal.conflict("INVOICE_NOT_FINAL").asException();
        }
        outbox.publish(tenant, new InvoiceMailRequested(tenant, account.toString(), invoice.toString()));
    }
}

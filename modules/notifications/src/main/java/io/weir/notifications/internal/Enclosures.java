package io.weir.notifications.internal;

import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.api.InvoiceFiles;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes what is enclosed: the invoice as PDF. */
@ApplicationScoped
public class Enclosures {
    private InvoiceDocuments documents;
    private InvoiceFiles files;

    protected Enclosures() {
    }

    @Inject
    public Enclosures(InvoiceDocuments documents, InvoiceFiles files) {
        this.documents = documents;
        this.files = files;
    }

    EnclosedFile of(TenantId tenant, Enclosure enclosure) {
        var document = documents.document(tenant, new AccountId(enclosure.account()), enclosure.invoice());
        return new EnclosedFile(files.name(document) + ".pdf", "application/pdf", files.pdf(document));
    }
}

package io.weir.notifications.internal;

import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.api.InvoiceIssued;
import io.weir.billing.api.InvoiceMailRequested;
import io.weir.identity.api.Users;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Afterwards;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Queues a mail for each invoice that is issued, and for each that is asked for again; in the outbox's transaction. */
@ApplicationScoped
public class MailedInvoices {
    @Inject
    Tenants tenants;
    @Inject
    Accounts accounts;
    @Inject
    Users users;
    @Inject
    InvoiceDocuments documents;
    @Inject
    InvoiceLetters letters;
    @Inject
    MailQueue queue;

    public void on(@Observes @Afterwards InvoiceIssued issued) {
        mail(issued.tenant(), AccountId.of(issued.account()), UUID.fromString(issued.invoice()));
    }

    public void on(@Observes @Afterwards InvoiceMailRequested asked) {
        mail(asked.tenant(), AccountId.of(asked.account()), UUID.fromString(asked.invoice()));
    }

    private void mail(TenantId tenant, AccountId id, UUID invoice) {
        var account = accounts.account(tenant, id);
        queue.add(letters.invoice(tenants.byId(tenant), account, users.profile(tenant, account.owner()),
                documents.document(tenant, id, invoice)));
    }
}

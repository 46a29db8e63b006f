package io.weir.billing.app;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.PurchaseKind;
import io.weir.billing.domain.StoredInvoice;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Payment;
import io.weir.platform.api.TenantScoped;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What a link may show. Refused: {@code PAY_LINK_UNKNOWN} (404) for all that is no final invoice. */
@ApplicationScoped
@Transactional
@TenantScoped
public class PayableInvoices {
    @Inject
    InvoiceBook book;
    @Inject
    InvoiceDocuments documents;
    @Inject
    Accounts accounts;

    /** Who pays, for what, and how much. */
    public record Owed(AccountId account, UserId owner, Payment.Purpose purpose, Money due) {
    }

    public InvoiceDocument document(TenantId tenant, UUID invoice) {
        return documents.document(tenant, found(invoice).account(), invoice);
    }

    /** Refused: {@code INVOICE_NOT_FOUND} (404) for another account's, drafts and credit notes. */
    public void require(TenantId tenant, AccountId account, UUID invoice) {
        if (payable(invoice).filter(found -> found.account().equals(account)).isEmpty()) {
            throw Refusal.notFound("INVOICE_NOT_FOUND").asException();
        }
    }

    public Owed owed(TenantId tenant, UUID id) {
        var invoice = found(id);
        return new Owed(invoice.account(), accounts.account(tenant, invoice.account()).owner(),
                PurchaseKind.INVOICE.purpose(id), invoice.due());
    }

    private StoredInvoice found(UUID id) {
        return payable(id).orElseThrow(() -> Refusal.notFound("PAY_LINK_UNKNOWN").asException());
    }

    private Optional<StoredInvoice> payable(UUID id) {
        return book.find(id).filter(invoice -> !invoice.isDraft() && !invoice.isCreditNote());
    }
}

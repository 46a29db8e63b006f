package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invoices with all that stands on them. */
public interface InvoiceDocuments {
    /** Another account's is {@code INVOICE_NOT_FOUND}. */
    InvoiceDocument document(TenantId tenant, AccountId account, UUID invoice);

    /**
     * Issued in that time, in the order of issue, beginning behind {@code after}; drafts never are. Fewer than {@code
     * most} means that these are the last.
     *
     * @param account whose; absent for all of the tenant's
     */
    List<InvoiceDocument> issued(TenantId tenant, Optional<AccountId> account, Period issued,
            Optional<InvoiceDocument> after, int most);
}

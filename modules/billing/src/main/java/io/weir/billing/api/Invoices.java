package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.util.Optional;
import java.util.UUID;

/** Invoices of a tenant's customers. */
public interface Invoices {
    /** Newest first. */
    Page<Invoice> of(TenantId tenant, AccountId account, Page.Request page);

    /** Another account's is {@code INVOICE_NOT_FOUND}. */
    Invoice invoice(TenantId tenant, AccountId account, UUID invoice);

    Optional<Invoice> ofPayment(TenantId tenant, UUID payment);
}

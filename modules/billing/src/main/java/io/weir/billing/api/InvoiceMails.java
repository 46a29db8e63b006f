package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.util.UUID;

/** Sending an invoice once more; the first time it goes out by itself, when it is issued. */
public interface InvoiceMails {
    /**
     * To where invoices of the account go, after this transaction.
     * Refused: {@code INVOICE_NOT_FOUND} (404), {@code INVOICE_NOT_FINAL} (409).
     */
    void send(TenantId tenant, AccountId account, UUID invoice);
}

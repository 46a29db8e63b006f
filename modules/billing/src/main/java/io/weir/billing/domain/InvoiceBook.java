package io.weir.billing.domain;

import io.weir.payments.api.PaymentId;

/** Where issued invoices of the bound tenant are kept. */
public interface InvoiceBook {
    boolean holdsInvoiceFor(PaymentId payment);

    void keep(IssuedInvoice invoice);
}

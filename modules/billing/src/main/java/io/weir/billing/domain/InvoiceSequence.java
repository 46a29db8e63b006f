package io.weir.billing.domain;

import io.weir.billing.api.Invoice.Kind;
import io.weir.kernel.api.TenantId;

/** Counts a tenant's invoices of a year. A count taken in a transaction that rolls back is given out again: no gaps. */
public interface InvoiceSequence {
    /**
     * The first of so many next counts, from 1, of invoices or of credit notes. Others wait until the caller's
     * transaction ends.
     */
    long next(TenantId tenant, Kind series, int year, int count);
}

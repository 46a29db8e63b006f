package io.weir.billing.domain;

import io.weir.kernel.api.TenantId;

/** Counts a tenant's invoices of a year. A count taken in a transaction that rolls back is given out again: no gaps. */
public interface InvoiceSequence {
    /** The next count, from 1. Others wait for it until the caller's transaction ends. */
    long next(TenantId tenant, int year);
}

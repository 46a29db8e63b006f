package io.weir.billing.api;

import io.weir.kernel.api.TenantId;

/** What a tenant's catalogue says of billing: coupons, taxes, the seller on invoices, and their deadlines. */
public interface BillingDefinition {
    /** What is in force; {@link BillingTerms#NONE} for a tenant that never said anything. */
    BillingTerms of(TenantId tenant);

    /**
     * In force from now on, audited; invoices that are final keep what they were made with.
     * @param onlyMissing what a file says at a start: taken only by a tenant that has no terms yet
     */
    void define(TenantId tenant, BillingTerms terms, boolean onlyMissing);
}

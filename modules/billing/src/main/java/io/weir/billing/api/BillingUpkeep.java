package io.weir.billing.api;

import java.time.Duration;

/** What billing does by itself. Run by leased jobs; a crash anywhere is made good by the next run. */
public interface BillingUpkeep {
    /**
     * Of all tenants: drafts for periods that are over, drafts that become final, invoices for periods that are to
     * follow, hashes of invoices from before there were any.
     *
     * @return whether all is done; false when time ran out
     */
    boolean runDue(Duration atMost);

    /** Of all tenants: goes after invoices that are not paid, by each tenant's {@link DunningTerms}. */
    void dun();

    /** Gives back the coupons of orders that a crash has left without a payment. */
    void dropForgotten();
}

package io.weir.payments.api;

/** What the sandbox gateway does by itself, as a provider would. Run by jobs, on any node, also on several at once. */
public interface SandboxUpkeep {
    /**
     * Charges agreements of sandbox tenants whose paid period is over by the tenant's clock, and decides refunds that
     * were pending for a while.
     *
     * @return how many were due; {@code most} means there may be more
     */
    int chargeDue(int most);

    /**
     * Sends notices whose time has come, over HTTP; those that are not answered by a 2xx again later.
     *
     * @return how many were due; {@code most} means there may be more
     */
    int deliverDue(int most);

    /** Forgets notices that were delivered, or given up, a week ago. */
    void forgetOld();
}

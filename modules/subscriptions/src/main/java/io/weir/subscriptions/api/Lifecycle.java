package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Paid plans that no gateway charges for: trials, and those that go on by an invoice. In the caller's transaction.
 * Unknown subscriptions: {@code SUBSCRIPTION_NOT_FOUND} (404).
 */
public interface Lifecycle {
    /**
     * Starts a plan for its {@code trialDays}, whole local days, without a price. Refused: {@code PLAN_NOT_FOUND}
     * (404), {@code TRIAL_NOT_OFFERED} (400), {@code TRIAL_USED} (409) when the account has tried a plan of its family,
     * {@code PAID_PLAN_RUNNING} (409).
     */
    Subscription startTrial(TenantId tenant, AccountId account, UUID plan);

    /**
     * Lets a running trial end later, with what is left of its units; what follows counts from the new end. Refused:
     * {@code TRIAL_NOT_RUNNING} (409), {@code TRIAL_FOLLOWED} (409) when what follows it is paid already, and on {@code
     * until} what is not later than its end, or more than 365 days after its beginning.
     */
    Subscription extendTrial(TenantId tenant, AccountId account, UUID subscription, Instant until);

    /** Those whose period ends by then and that are to go on by an invoice which is not out yet; the first to end. */
    List<UUID> toRenew(TenantId tenant, Instant endsBy, int most);

    /** When the next of them ends after that moment. */
    Optional<Instant> nextEnd(TenantId tenant, Instant after);

    /**
     * Their invoices are out: unless one is paid in time, access stays for the tenant's {@code
     * subscriptions.grace-days} after the period, as past due; then the plan is unpaid, and the free one carries on.
     *
     * @return what each goes on with, in the order in which they were named; without those that don't go on any more,
     *         or whose invoice is out already
     */
    List<ToRenew> awaitInvoices(TenantId tenant, List<UUID> subscriptions);

    /**
     * While its invoice is out, access stays until then instead of for the grace time; later than it was to, or
     * sooner. Quiet when none is out.
     */
    void keepUntil(TenantId tenant, AccountId account, UUID subscription, Instant until);

    /**
     * Writes down what has ended of the account by now, as a job does soon anyway.
     *
     * @return whether this plan has ended because its invoice was not paid
     */
    boolean endIfUnpaid(TenantId tenant, AccountId account, UUID subscription);

    /** No invoice is out any more. Quiet when there was none. */
    void awaitNoInvoice(TenantId tenant, AccountId account, UUID subscription);

    /**
     * The next period is paid: it begins where the running one ends, with this plan. Once per {@code cause}.
     *
     * @return empty when there is nothing to go on with: then the money is the account's
     */
    Optional<PaidPeriod> goOn(TenantId tenant, AccountId account, Next next);

    /** The period that a payment, or what else was its cause, has opened. */
    Optional<PaidPeriod> periodOf(TenantId tenant, String cause);

    /** The running period of the account's paid plan. */
    Optional<PaidPeriod> running(TenantId tenant, AccountId account);

    /** {@code plan}: what the next period is of; {@code next}: that period. */
    record ToRenew(UUID subscription, AccountId account, Plan plan, Period next) {
    }

    /** What goes on, with which plan, and what paid for it. */
    record Next(UUID subscription, UUID plan, String cause) {
    }

    /** {@code plan}: in the version that the period was opened with. */
    record PaidPeriod(UUID id, UUID subscription, Plan plan, Period period, Optional<String> cause) {
    }
}

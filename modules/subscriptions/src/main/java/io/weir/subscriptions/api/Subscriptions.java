package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.UUID;

/**
 * Accounts' subscriptions. Every account has its tenant's free plan from the start (observing {@code AccountOpened}); a
 * paid one takes its place from activation until
 * its period ends, when the free one carries on with what it had left.
 */
public interface Subscriptions {
    /**
     * The one that counts now: the paid one while its period runs, else the free one. Refused: {@code
     * SUBSCRIPTION_NOT_FOUND}
     * while the tenant has no free plan yet.
     */
    Subscription current(TenantId tenant, AccountId account);

    /** All, newest first. */
    List<Subscription> of(TenantId tenant, AccountId account);

    /**
     * Starts a plan now, once per {@code cause} (a payment's id): a new period at the plan's own limit, from the
     * tenant's time. Buying the running plan again, or another one,
     * starts a new period too, and the old one is canceled with its extensions.
     * Refused: {@code PLAN_NOT_FOUND}; {@code SUBSCRIPTION_FREE} (400) for the free plan, which the account has
     * already.
     */
    Subscription activate(TenantId tenant, AccountId account, UUID plan, String cause);

    /**
     * Ends at period end (undone by buying again), or now. Refused: {@code SUBSCRIPTION_NOT_FOUND}, {@code
     * SUBSCRIPTION_FREE} (400),
     * {@code SUBSCRIPTION_ENDED} (409), and {@code SUBSCRIPTION_ENDLESS} (400) when its period has no end to wait for.
     */
    Subscription cancel(TenantId tenant, AccountId account, UUID subscription, boolean atPeriodEnd);

    /**
     * Refused: {@code TIER_UNKNOWN} (400), {@code TIER_NOT_ENTITLED} (403) when the tier's rank is above the current
     * plan's.
     */
    void requireTier(TenantId tenant, AccountId account, String tier);

    /**
     * Marks what has run out as expired and opens the next period of free plans that renew. Run by a leased job;
     * admission does not wait for it.
     */
    void closeDue();
}

package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
     * A gateway has charged the next period by itself: it begins where the running one ends, also when the charge
     * comes early, or late while access stays; after that it begins now. Another plan begins now, in place of the
     * running one; on the same terms it ends when that one was to. Once per {@code cause}.
     *
     * @return empty when nothing is to be started for the money: the subscription of this agreement was ended early,
     * the account has bought something else, or no such plan is known. Then it is the account's.
     */
    Optional<Subscription> renew(TenantId tenant, AccountId account, Renewal renewal);

    /** The newest that goes back to this first payment. */
    Optional<Subscription> ofOrigin(TenantId tenant, AccountId account, String origin);

    /**
     * How the agreement stands that began with a payment: mirrored by its subscription, if that still counts. One that
     * goes on keeps access after a period's end, for the tenant's {@code subscriptions.grace-days} (3): with what was
     * left, not with a fresh quota.
     */
    void agreementTold(TenantId tenant, AccountId account, String origin, Agreed agreed);

    /**
     * The price of what started with {@code cause} went back, all of it: a running period ends now, one that has not
     * begun never does, and an older one changes nothing.
     */
    void takeBack(TenantId tenant, AccountId account, String cause);

    /**
     * Takes an end at the period's end back, and what it was to become. Refused: {@code SUBSCRIPTION_NOT_FOUND},
     * {@code SUBSCRIPTION_FREE} (400), {@code SUBSCRIPTION_ENDED} (409).
     */
    Subscription resume(TenantId tenant, AccountId account, UUID subscription);

    /** Remembers what the running paid plan is to become. Refused as {@link #resume}. */
    Subscription pend(TenantId tenant, AccountId account, UUID plan);

    /** What a gateway charged for. {@code origin}: the agreement's first payment. */
    record Renewal(String planSlug, String origin, String cause) {
    }

    /** An agreement as it stands. */
    enum Agreed { RENEWS, PAST_DUE, ENDS, ENDED }

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
     *
     * @return whether all is done; false when time ran out
     */
    boolean closeDue(Duration atMost);
}

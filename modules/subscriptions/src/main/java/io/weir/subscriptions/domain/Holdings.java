package io.weir.subscriptions.domain;

import io.weir.kernel.api.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the bound tenant's accounts hold. */
public interface Holdings {
    /**
     * Makes this transaction the only one that changes the account's subscriptions, and makes it known. What is
     * read of it afterwards is what the last such transaction left.
     */
    void lock(AccountId account, Instant now);

    /** The same for many that are known, in one order, so that two who do that never wait in a ring. */
    void lock(Collection<AccountId> accounts);

    /** All, newest first. */
    List<StoredSubscription> of(AccountId account);

    /** The free one and those paid ones that may run, newest first. */
    List<StoredSubscription> live(AccountId account);

    /** The same of many. */
    List<StoredSubscription> live(Collection<AccountId> accounts);

    void add(StoredSubscription subscription);

    /** Those that have been opened for a subscription and are not over. */
    List<StoredPeriod> openPeriods(UUID subscription, Instant now);

    void add(StoredPeriod period);

    /** The latest that has been opened for a subscription. */
    Optional<StoredPeriod> lastPeriod(UUID subscription);

    /** All that were ever opened for a subscription, newest first. */
    List<StoredPeriod> periods(UUID subscription);

    /** The one that a payment is of. */
    Optional<StoredPeriod> periodOf(String cause);

    List<StoredPeriod> periods(Collection<UUID> ids);

    /** Makes this transaction the only one that changes them. */
    List<StoredPeriod> lockPeriods(Collection<UUID> ids);

    Optional<StoredSubscription> subscription(UUID id);

    List<StoredSubscription> subscriptions(Collection<UUID> ids);

    /** Never begins; its allowances are the caller's to close. */
    void remove(StoredPeriod period);

    Optional<StoredPurchase> purchase(AccountId account, String cause);

    /** All, newest first. */
    List<StoredPurchase> purchases(AccountId account);

    void add(StoredPurchase purchase);

    /**
     * Accounts with something that ended by {@code now}, or with a free plan whose allowances end by {@code soon}, or
     * with a paid one that a gateway is to renew and whose period ends by {@code kept}.
     */
    List<AccountId> due(Instant now, Instant soon, Instant kept, int most);

    List<AccountId> withoutFreePlan();

    /** Paid ones of a plan that run at the moment. */
    long paidRunning(UUID plan, Instant now);
}

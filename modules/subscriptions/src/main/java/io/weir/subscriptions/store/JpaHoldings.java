package io.weir.subscriptions.store;

import io.weir.kernel.api.AccountId;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredAccount;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredPurchase;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Holdings in the database. Rows are read anew each time, so that what was read before the account's lock was granted
 * does not hide what the transaction before it did. Parents are written at once: the ORM does not know the
 * foreign keys.
 */
@ApplicationScoped
public class JpaHoldings implements Holdings {
    private static final String REFRESH = "eclipselink.refresh";

    @PersistenceContext(unitName = "subscriptions")
    private EntityManager em;

    @Override
    public void lock(AccountId account, Instant now) {
        if (em.find(StoredAccount.class, account.toString(), LockModeType.PESSIMISTIC_WRITE) == null) {
            em.persist(new StoredAccount(account.value(), now));
            em.flush();
        }
    }

    @Override
    public void lock(Collection<AccountId> accounts) {
        if (!accounts.isEmpty()) {
            em.createQuery("SELECT a FROM StoredAccount a WHERE a.id IN :ids ORDER BY a.id", StoredAccount.class)
                    .setParameter("ids", texts(accounts)).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        }
    }

    @Override
    public List<StoredSubscription> of(AccountId account) {
        return anew("SELECT s FROM StoredSubscription s WHERE s.account = :account"
                + " ORDER BY s.createdAt DESC, s.id DESC", StoredSubscription.class)
                .setParameter("account", account.toString()).getResultList();
    }

    @Override
    public List<StoredSubscription> live(AccountId account) {
        return anew("SELECT s FROM StoredSubscription s WHERE s.account = :account AND s.status IN :live"
                + " ORDER BY s.createdAt DESC, s.id DESC", StoredSubscription.class)
                .setParameter("account", account.toString()).setParameter("live", StoredSubscription.LIVE)
                .getResultList();
    }

    @Override
    public List<StoredSubscription> live(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? List.of() : anew("SELECT s FROM StoredSubscription s WHERE s.account IN :accounts"
                + " AND s.status IN :live ORDER BY s.createdAt DESC, s.id DESC", StoredSubscription.class)
                .setParameter("accounts", texts(accounts)).setParameter("live", StoredSubscription.LIVE)
                .getResultList();
    }

    private static List<String> texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    @Override
    public void add(StoredSubscription subscription) {
        em.persist(subscription);
        em.flush();
    }

    @Override
    public List<StoredPeriod> openPeriods(UUID subscription, Instant now) {
        return anew("SELECT p FROM StoredPeriod p WHERE p.subscription = :subscription"
                + " AND (p.periodUntil IS NULL OR p.periodUntil > :now) ORDER BY p.periodFrom", StoredPeriod.class)
                .setParameter("subscription", subscription.toString()).setParameter("now", now).getResultList();
    }

    @Override
    public void add(StoredPeriod period) {
        em.persist(period);
    }

    @Override
    public Optional<StoredPeriod> lastPeriod(UUID subscription) {
        return anew("SELECT p FROM StoredPeriod p WHERE p.subscription = :subscription ORDER BY p.periodFrom DESC",
                StoredPeriod.class).setParameter("subscription", subscription.toString()).setMaxResults(1)
                .getResultStream().findFirst();
    }

    @Override
    public List<StoredPeriod> periods(UUID subscription) {
        return anew("SELECT p FROM StoredPeriod p WHERE p.subscription = :subscription ORDER BY p.periodFrom DESC",
                StoredPeriod.class).setParameter("subscription", subscription.toString()).getResultList();
    }

    @Override
    public Optional<StoredPeriod> periodOf(String cause) {
        return anew("SELECT p FROM StoredPeriod p WHERE p.cause = :cause", StoredPeriod.class)
                .setParameter("cause", cause).getResultStream().findFirst();
    }

    @Override
    public List<StoredPeriod> periods(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : periods(ids, LockModeType.NONE);
    }

    @Override
    public List<StoredPeriod> lockPeriods(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : periods(ids, LockModeType.PESSIMISTIC_WRITE);
    }

    private List<StoredPeriod> periods(Collection<UUID> ids, LockModeType lock) {
        return anew("SELECT p FROM StoredPeriod p WHERE p.id IN :ids ORDER BY p.id", StoredPeriod.class)
                .setParameter("ids", texts(ids)).setLockMode(lock).getResultList();
    }

    @Override
    public Optional<StoredSubscription> subscription(UUID id) {
        return Optional.ofNullable(em.find(StoredSubscription.class, id.toString()));
    }

    @Override
    public List<StoredSubscription> subscriptions(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of()
                : em.createQuery("SELECT s FROM StoredSubscription s WHERE s.id IN :ids", StoredSubscription.class)
                        .setParameter("ids", texts(ids)).getResultList();
    }

    @Override
    public void remove(StoredPeriod period) {
        em.remove(period);
        em.flush();
    }

    @Override
    public Optional<StoredPurchase> purchase(AccountId account, String cause) {
        return anew("SELECT p FROM StoredPurchase p WHERE p.account = :account AND p.cause = :cause",
                StoredPurchase.class)
                .setParameter("account", account.toString()).setParameter("cause", cause).getResultStream().findFirst();
    }

    @Override
    public List<StoredPurchase> purchases(AccountId account) {
        return anew("SELECT p FROM StoredPurchase p WHERE p.account = :account ORDER BY p.purchasedAt DESC, p.id DESC",
                StoredPurchase.class).setParameter("account", account.toString()).getResultList();
    }

    @Override
    public void add(StoredPurchase purchase) {
        em.persist(purchase);
        em.flush();
    }

    /** In order of the accounts, so that two nodes at it lock in the same order. */
    @Override
    public List<AccountId> due(Instant now, Instant soon, Instant kept, int most) {
        var due = new TreeSet<String>();
        due.addAll(em.createQuery("SELECT DISTINCT s.account FROM StoredSubscription s WHERE s.status IN :live"
                + " AND s.periodUntil <= :now AND (s.accessUntil IS NULL OR s.accessUntil <= :now)", String.class)
                .setParameter("live", StoredSubscription.LIVE).setParameter("now", now)
                .setMaxResults(most).getResultList());
        due.addAll(em.createQuery("SELECT DISTINCT s.account FROM StoredSubscription s WHERE s.free = TRUE"
                + " AND s.openedUntil <= :soon", String.class)
                .setParameter("soon", soon).setMaxResults(most).getResultList());
        due.addAll(em.createQuery("SELECT DISTINCT s.account FROM StoredSubscription s WHERE (s.renews = TRUE"
                + " OR s.awaitsInvoice = TRUE) AND s.cancelAtPeriodEnd = FALSE AND s.status IN :live"
                + " AND s.accessUntil IS NULL"
                + " AND s.periodUntil <= :kept", String.class).setParameter("live", StoredSubscription.LIVE)
                .setParameter("kept", kept).setMaxResults(most).getResultList());
        due.addAll(em.createQuery("SELECT DISTINCT s.account FROM StoredSubscription s WHERE s.rateDue = TRUE"
                + " AND s.periodFrom <= :now", String.class).setParameter("now", now).setMaxResults(most)
                .getResultList());
        return due.stream().map(AccountId::of).toList();
    }

    @Override
    public List<AccountId> withoutFreePlan() {
        return em.createQuery("SELECT a.id FROM StoredAccount a WHERE NOT EXISTS"
                + " (SELECT s.id FROM StoredSubscription s WHERE s.account = a.id AND s.free = TRUE)"
                + " ORDER BY a.id", String.class).getResultStream().map(AccountId::of).toList();
    }

    @Override
    public long paidRunning(UUID plan, Instant now) {
        return em.createQuery("SELECT COUNT(s) FROM StoredSubscription s WHERE s.plan = :plan AND s.free = FALSE"
                + " AND s.status IN :live AND (s.periodUntil IS NULL OR s.periodUntil > :now OR s.accessUntil > :now)",
                        Long.class)
                .setParameter("plan", plan.toString()).setParameter("live", StoredSubscription.LIVE)
                .setParameter("now", now).getSingleResult();
    }

    private <T> TypedQuery<T> anew(String query, Class<T> type) {
        return em.createQuery(query, type).setHint(REFRESH, "True");
    }
}

package io.weir.subscriptions.store;

import io.weir.kernel.api.AccountId;
import io.weir.subscriptions.domain.CreditBook;
import io.weir.subscriptions.domain.StoredCreditPurchase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Bought credits in the database; what is added is written at once, so that the unique key speaks before any grant. */
@ApplicationScoped
public class JpaCreditBook implements CreditBook {
    @PersistenceContext(unitName = "subscriptions")
    private EntityManager em;

    @Override
    public Optional<StoredCreditPurchase> purchase(AccountId account, String cause) {
        return em.createQuery("SELECT p FROM StoredCreditPurchase p WHERE p.account = :account AND p.cause = :cause",
                StoredCreditPurchase.class)
                .setParameter("account", account.toString()).setParameter("cause", cause).getResultStream().findFirst();
    }

    @Override
    public List<StoredCreditPurchase> purchases(AccountId account) {
        return em.createQuery("SELECT p FROM StoredCreditPurchase p WHERE p.account = :account"
                + " ORDER BY p.purchasedAt DESC, p.id DESC", StoredCreditPurchase.class)
                .setParameter("account", account.toString()).getResultList();
    }

    @Override
    public void add(StoredCreditPurchase purchase) {
        em.persist(purchase);
        em.flush();
    }
}

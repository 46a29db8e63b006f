package io.weir.billing.store;

import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.kernel.api.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Running coupons through the ORM. */
@ApplicationScoped
public class JpaRunningCoupons implements RunningCoupons {
    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    @Override
    public Optional<RunningCoupon> of(UUID subscription) {
        return entities.createQuery("SELECT c FROM RunningCoupon c WHERE c.subscription = :subscription",
                        RunningCoupon.class)
                .setParameter("subscription", subscription.toString()).getResultStream().findFirst();
    }

    @Override
    public List<RunningCoupon> of(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? List.of() : entities.createQuery("SELECT c FROM RunningCoupon c"
                        + " WHERE c.account IN :accounts ORDER BY c.id", RunningCoupon.class)
                .setParameter("accounts", accounts.stream().map(AccountId::toString).toList()).getResultList();
    }

    @Override
    public void add(RunningCoupon coupon) {
        entities.persist(coupon);
        entities.flush();
    }
}

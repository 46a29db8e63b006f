package io.weir.billing.store;

import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
    public void add(RunningCoupon coupon) {
        entities.persist(coupon);
        entities.flush();
    }
}

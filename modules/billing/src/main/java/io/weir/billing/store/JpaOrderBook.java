package io.weir.billing.store;

import io.weir.billing.domain.OrderBook;
import io.weir.billing.domain.StoredOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders through the ORM. */
@ApplicationScoped
public class JpaOrderBook implements OrderBook {
    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    @Override
    public void add(StoredOrder order) {
        entities.persist(order);
        entities.flush();
    }

    @Override
    public Optional<StoredOrder> lockOrder(UUID order) {
        return Optional.ofNullable(entities.find(StoredOrder.class, order.toString(),
                LockModeType.PESSIMISTIC_WRITE, Map.of("eclipselink.refresh", "True")));
    }

    @Override
    public List<UUID> openBefore(Instant moment, String after, int most) {
        return entities.createQuery("SELECT o.id FROM StoredOrder o WHERE o.state = 'open' AND o.createdAt < :moment"
                        + " AND o.id > :after ORDER BY o.id", String.class)
                .setParameter("moment", moment).setParameter("after", after).setMaxResults(most).getResultStream()
                .map(UUID::fromString).toList();
    }
}

package io.weir.subscriptions.store;

import io.weir.subscriptions.domain.EndingPlans;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Asked by the ORM, over indexes that have what is asked for first. */
@ApplicationScoped
public class JpaEndingPlans implements EndingPlans {
    private static final String RENEWABLE = " FROM StoredSubscription s, StoredPlan p WHERE s.awaitsInvoice = FALSE"
            + " AND s.free = FALSE AND s.renews = FALSE AND s.cancelAtPeriodEnd = FALSE AND s.status IN :live"
            + " AND p.id = s.plan AND p.renewal = 'invoice' AND s.periodUntil ";

    @PersistenceContext(unitName = "subscriptions")
    private EntityManager em;

    @Override
    public List<StoredSubscription> toRenew(Instant endsBy, int most) {
        return em.createQuery("SELECT s" + RENEWABLE + "<= :moment ORDER BY s.periodUntil, s.id",
                        StoredSubscription.class)
                .setParameter("live", StoredSubscription.LIVE).setParameter("moment", endsBy).setMaxResults(most)
                .getResultList();
    }

    @Override
    public Optional<Instant> nextEnd(Instant after) {
        return first(em.createQuery("SELECT s.periodUntil" + RENEWABLE + "> :moment ORDER BY s.periodUntil",
                Instant.class).setParameter("live", StoredSubscription.LIVE), after);
    }

    @Override
    public List<UUID> toBill(Instant over, int most) {
        return em.createQuery("SELECT p.id FROM StoredPeriod p WHERE p.toBill = TRUE AND (p.periodUntil <= :over"
                        + " OR p.closedAt <= :over) ORDER BY p.periodUntil, p.id", String.class)
                .setParameter("over", over).setMaxResults(most).getResultStream().map(UUID::fromString).toList();
    }

    @Override
    public Optional<Instant> nextToBill(Instant after) {
        var planned = first(em.createQuery("SELECT p.periodUntil FROM StoredPeriod p WHERE p.toBill = TRUE"
                + " AND p.periodUntil > :moment ORDER BY p.periodUntil", Instant.class), after);
        var closed = first(em.createQuery("SELECT p.closedAt FROM StoredPeriod p WHERE p.toBill = TRUE"
                + " AND p.closedAt > :moment ORDER BY p.closedAt", Instant.class), after);
        return Stream.of(planned, closed).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private static Optional<Instant> first(TypedQuery<Instant> query, Instant after) {
        return query.setParameter("moment", after).setMaxResults(1).getResultStream().findFirst();
    }
}

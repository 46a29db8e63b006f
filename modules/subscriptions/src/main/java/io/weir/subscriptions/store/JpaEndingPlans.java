package io.weir.subscriptions.store;

import io.weir.subscriptions.domain.EndingPlans;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Asked by the ORM, over indexes that have what is asked for first. */
@ApplicationScoped
public class JpaEndingPlans implements EndingPlans {
    private static final String RENEWABLE = " FROM StoredSubscription s WHERE s.awaitsInvoice = FALSE"
            + " AND s.free = FALSE AND s.renews = FALSE AND s.cancelAtPeriodEnd = FALSE AND s.status IN :live"
            + " AND s.plan IN :plans AND s.periodUntil ";

    @PersistenceContext(unitName = "subscriptions")
    private EntityManager em;

    @Override
    public List<UUID> toRenew(Instant endsBy, int most) {
        var plans = byInvoice();
        return plans.isEmpty() ? List.of() : em.createQuery("SELECT s.id" + RENEWABLE
                        + "<= :moment ORDER BY s.periodUntil, s.id", String.class)
                .setParameter("live", StoredSubscription.LIVE).setParameter("plans", plans)
                .setParameter("moment", endsBy).setMaxResults(most).getResultStream().map(UUID::fromString).toList();
    }

    @Override
    public Optional<Instant> nextEnd(Instant after) {
        var plans = byInvoice();
        return plans.isEmpty() ? Optional.empty() : first(em.createQuery("SELECT s.periodUntil" + RENEWABLE
                + "> :moment ORDER BY s.periodUntil", Instant.class)
                .setParameter("live", StoredSubscription.LIVE).setParameter("plans", plans), after);
    }

    /** A query of its own: joined, the database sorts all that is due for each page. */
    private List<String> byInvoice() {
        return em.createQuery("SELECT p.id FROM StoredPlan p WHERE p.renewal = 'invoice'", String.class)
                .getResultList();
    }

    /** Two queries, each over an index of its own; a period that was closed when it ended anyway is in both. */
    @Override
    public List<UUID> toBill(Instant over, int most) {
        var ids = new LinkedHashSet<>(toBill("p.periodUntil", over, most));
        if (ids.size() < most) {
            ids.addAll(toBill("p.closedAt", over, most));
        }
        return ids.stream().map(UUID::fromString).toList();
    }

    private List<String> toBill(String end, Instant over, int most) {
        return em.createQuery("SELECT p.id FROM StoredPeriod p WHERE p.toBill = TRUE AND " + end
                        + " <= :over ORDER BY " + end + ", p.id", String.class)
                .setParameter("over", over).setMaxResults(most).getResultList();
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

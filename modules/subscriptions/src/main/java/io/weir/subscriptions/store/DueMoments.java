package io.weir.subscriptions.store;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When something of a tenant's subscriptions begins or is over, and what did so at one moment. */
@ApplicationScoped
@Transactional
@TenantScoped
public class DueMoments {
    private static final int MOST = 1000;
    private static final String PAID = "SELECT s.periodUntil FROM StoredSubscription s WHERE s.free = FALSE"
            + " AND s.status IN :live AND s.accessUntil IS NULL AND s.periodUntil > :after";
    private static final String PAID_ENDS = PAID + " ORDER BY s.periodUntil";
    private static final String RENEWED = PAID + " AND (s.renews = TRUE OR s.awaitsInvoice = TRUE)"
            + " AND s.cancelAtPeriodEnd = FALSE"
            + " ORDER BY s.periodUntil";
    private static final String ACCESS_ENDS = "SELECT s.accessUntil FROM StoredSubscription s"
            + " WHERE s.status IN :live AND s.accessUntil > :after ORDER BY s.accessUntil";
    private static final String FREE_ENDS = "SELECT s.openedUntil FROM StoredSubscription s"
            + " WHERE s.free = TRUE AND s.openedUntil > :after ORDER BY s.openedUntil";
    private static final String BEGINS = "SELECT p.periodFrom FROM StoredPeriod p WHERE p.periodFrom > :after"
            + " ORDER BY p.periodFrom";

    @PersistenceContext(unitName = "subscriptions")
    private EntityManager em;

    /** A subscription and its account, as texts. */
    public record Touched(String subscription, String account) {
    }

    /** @param freeAhead how long before its end a free period's next is opened; {@code keptAhead} likewise access */
    public Optional<Instant> next(TenantId tenant, Instant after, Duration freeAhead, Duration keptAhead) {
        return Stream.of(
                moment(live(PAID_ENDS), after), moment(live(ACCESS_ENDS), after),
                moment(all(BEGINS), after),
                moment(all(FREE_ENDS), after.plus(freeAhead)).map(end -> end.minus(freeAhead)),
                moment(live(RENEWED), after.plus(keptAhead)).map(end -> end.minus(keptAhead)))
                .flatMap(Optional::stream).min(Instant::compareTo);
    }

    public List<Touched> expiredAt(TenantId tenant, Instant moment) {
        return em.createQuery("SELECT s.id, s.account FROM StoredSubscription s WHERE s.status = :expired"
                + " AND s.endedAt = :moment ORDER BY s.id", Object[].class).setParameter("expired", Status.EXPIRED)
                .setParameter("moment", moment).setMaxResults(MOST).getResultStream().map(DueMoments::touched).toList();
    }

    public List<Touched> begunAt(TenantId tenant, Instant moment) {
        return em.createQuery("SELECT s.id, s.account FROM StoredPeriod p, StoredSubscription s"
                + " WHERE s.id = p.subscription AND p.periodFrom = :moment ORDER BY s.id", Object[].class)
                .setParameter("moment", moment).setMaxResults(MOST).getResultStream().map(DueMoments::touched).toList();
    }

    private TypedQuery<Instant> live(String query) {
        return all(query).setParameter("live", StoredSubscription.LIVE);
    }

    private TypedQuery<Instant> all(String query) {
        return em.createQuery(query, Instant.class).setMaxResults(1);
    }

    private static Optional<Instant> moment(TypedQuery<Instant> query, Instant after) {
        return query.setParameter("after", after).getResultStream().findFirst();
    }

    private static Touched touched(Object[] row) {
        return new Touched((String) row[0], (String) row[1]);
    }
}

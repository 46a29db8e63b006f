package io.weir.subscriptions.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.PlanUses;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Counts in the database. What runs is judged by time, like everywhere else; a free plan that is due still runs. */
@ApplicationScoped
@Transactional
@TenantScoped
public class JpaPlanUses implements PlanUses {
    private static final String RUNNING = " FROM StoredSubscription s WHERE s.status IN :live"
            + " AND (s.free = TRUE OR s.periodUntil IS NULL OR s.periodUntil > :now OR s.accessUntil > :now)";

    @PersistenceContext(unitName = "subscriptions")
    private EntityManager em;
    private Time time;

    protected JpaPlanUses() {
    }

    @Inject
    public JpaPlanUses(Time time) {
        this.time = time;
    }

    @Override
    public List<Use> all(TenantId tenant) {
        return em.createQuery("SELECT s.plan, COUNT(s), SUM(CASE WHEN s.cancelAtPeriodEnd = TRUE THEN 0 ELSE 1 END)"
                + RUNNING + " GROUP BY s.plan", Object[].class)
                .setParameter("live", StoredSubscription.LIVE).setParameter("now", time.now(tenant)).getResultStream()
                .map(row -> new Use(UUID.fromString((String) row[0]), number(row[1]), number(row[2]))).toList();
    }

    @Override
    public List<Holder> holders(TenantId tenant, UUID plan, int most) {
        return em.createQuery("SELECT s.id, s.account, s.periodUntil, s.cancelAtPeriodEnd" + RUNNING
                + " AND s.plan = :plan ORDER BY CASE WHEN s.periodUntil IS NULL THEN 1 ELSE 0 END, s.periodUntil, s.id",
                        Object[].class)
                .setParameter("live", StoredSubscription.LIVE).setParameter("now", time.now(tenant))
                .setParameter("plan", plan.toString()).setMaxResults(most).getResultStream()
                .map(row -> new Holder(UUID.fromString((String) row[0]), AccountId.of((String) row[1]),
                        Optional.ofNullable((Instant) row[2]), (Boolean) row[3])).toList();
    }

    private static long number(Object sum) {
        return ((Number) sum).longValue();
    }
}

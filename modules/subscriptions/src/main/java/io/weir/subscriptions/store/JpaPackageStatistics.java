package io.weir.subscriptions.store;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.PackageStatistics;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.UUID;

/** Counts in the database. What runs is judged by time, like everywhere else. */
@Stateless
@TenantScoped
public class JpaPackageStatistics implements PackageStatistics {
    private static final String SUBSCRIPTIONS = "SELECT COUNT(s) FROM StoredSubscription s WHERE ";
    private static final String RUNNING = " AND s.status IN :live AND (s.periodUntil IS NULL OR s.periodUntil > :now)";
    private static final String SOLD = "SELECT COUNT(p), COALESCE(SUM(p.additionalCalls), 0) FROM StoredPurchase p";

    @PersistenceContext(unitName = "subscriptions")
    private EntityManager em;
    private Catalogue catalogue;
    private Time time;

    public JpaPackageStatistics() {
    }

    @Inject
    public JpaPackageStatistics(Catalogue catalogue, Time time) {
        this.catalogue = catalogue;
        this.time = time;
    }

    @Override
    public Counts plan(TenantId tenant, UUID plan) {
        var id = catalogue.plan(tenant, plan).id().toString();
        long total = count("s.plan = :plan").setParameter("plan", id).getSingleResult();
        long running = running(tenant, "s.plan = :plan").setParameter("plan", id).getSingleResult();
        return new Counts(total, running);
    }

    @Override
    public Counts plans(TenantId tenant) {
        long total = count("s.free = FALSE").getSingleResult();
        long running = running(tenant, "s.free = FALSE").getSingleResult();
        return new Counts(total, running);
    }

    private TypedQuery<Long> count(String which) {
        return em.createQuery(SUBSCRIPTIONS + which, Long.class);
    }

    private TypedQuery<Long> running(TenantId tenant, String which) {
        return em.createQuery(SUBSCRIPTIONS + which + RUNNING, Long.class)
                .setParameter("live", StoredSubscription.LIVE).setParameter("now", time.now(tenant));
    }

    @Override
    public Sold extension(TenantId tenant, UUID extension) {
        var id = catalogue.extension(tenant, extension).id().toString();
        return sold(em.createQuery(SOLD + " WHERE p.extension = :extension", Object[].class)
                .setParameter("extension", id));
    }

    @Override
    public Sold extensions(TenantId tenant) {
        return sold(em.createQuery(SOLD, Object[].class));
    }

    private static Sold sold(TypedQuery<Object[]> query) {
        var row = query.getSingleResult();
        return new Sold(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}

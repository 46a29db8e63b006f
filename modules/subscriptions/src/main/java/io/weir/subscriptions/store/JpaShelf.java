package io.weir.subscriptions.store;

import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredCredits;
import io.weir.subscriptions.domain.StoredExtension;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredPlanVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The shelf in the database. That names differ regardless of case is their columns' collation. */
@ApplicationScoped
public class JpaShelf implements Shelf {
    @PersistenceContext(unitName = "subscriptions")
    private EntityManager em;

    @Override
    public List<StoredPlan> plans() {
        return em.createQuery("SELECT p FROM StoredPlan p ORDER BY p.rank, p.name", StoredPlan.class).getResultList();
    }

    @Override
    public Optional<StoredPlan> plan(UUID id) {
        return Optional.ofNullable(em.find(StoredPlan.class, id.toString()));
    }

    @Override
    public Optional<StoredPlan> planBySlug(String slug) {
        return only(StoredPlan.class, "SELECT p FROM StoredPlan p WHERE p.slug = :key", slug);
    }

    @Override
    public Optional<StoredPlan> planByName(String name) {
        return only(StoredPlan.class, "SELECT p FROM StoredPlan p WHERE p.name = :key", name);
    }

    @Override
    public List<StoredExtension> extensions() {
        return em.createQuery("SELECT e FROM StoredExtension e ORDER BY e.priceMinor, e.name", StoredExtension.class)
                .getResultList();
    }

    @Override
    public Optional<StoredExtension> extension(UUID id) {
        return Optional.ofNullable(em.find(StoredExtension.class, id.toString()));
    }

    @Override
    public Optional<StoredExtension> extensionByName(String name) {
        return only(StoredExtension.class, "SELECT e FROM StoredExtension e WHERE e.name = :key", name);
    }

    @Override
    public List<StoredCredits> credits() {
        return em.createQuery("SELECT c FROM StoredCredits c ORDER BY c.priceMinor, c.name", StoredCredits.class)
                .getResultList();
    }

    @Override
    public Optional<StoredCredits> credits(UUID id) {
        return Optional.ofNullable(em.find(StoredCredits.class, id.toString()));
    }

    @Override
    public Optional<StoredCredits> creditsByName(String name) {
        return only(StoredCredits.class, "SELECT c FROM StoredCredits c WHERE c.name = :key", name);
    }

    @Override
    public void add(StoredPlan plan) {
        em.persist(plan);
        write();
    }

    @Override
    public void add(StoredPlanVersion version) {
        em.persist(version);
        write();
    }

    @Override
    public Optional<StoredPlanVersion> version(UUID plan, int version) {
        return em.createQuery("SELECT v FROM StoredPlanVersion v WHERE v.plan = :plan AND v.version = :version",
                StoredPlanVersion.class).setParameter("plan", plan.toString()).setParameter("version", version)
                .getResultStream().findFirst();
    }

    @Override
    public List<StoredPlanVersion> versions(UUID plan) {
        return em.createQuery("SELECT v FROM StoredPlanVersion v WHERE v.plan = :plan ORDER BY v.version DESC",
                StoredPlanVersion.class).setParameter("plan", plan.toString()).getResultList();
    }

    @Override
    public void add(StoredExtension extension) {
        em.persist(extension);
        write();
    }

    @Override
    public void add(StoredCredits credits) {
        em.persist(credits);
        write();
    }

    @Override
    public void write() {
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw LostRace.of(e).<RuntimeException>map(refusal -> refusal.asException()).orElse(e);
        }
    }

    private <T> Optional<T> only(Class<T> type, String query, String key) {
        return em.createQuery(query, type).setParameter("key", key).getResultStream().findFirst();
    }
}

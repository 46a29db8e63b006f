package io.weir.billing.store;

import io.weir.billing.domain.dunning.DunningBook;
import io.weir.billing.domain.dunning.DunningEvent;
import io.weir.billing.domain.dunning.StoredDunning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps dunning through the ORM, in its caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaDunningBook implements DunningBook {
    private static final Map<String, Object> ANEW = Map.of("eclipselink.refresh", "True");
    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    @Override
    public void add(StoredDunning begun) {
        entities.persist(begun);
        entities.flush();
    }

    @Override
    public Optional<StoredDunning> find(UUID invoice) {
        return Optional.ofNullable(entities.find(StoredDunning.class, invoice.toString()));
    }

    @Override
    public Optional<StoredDunning> lock(UUID invoice) {
        return Optional.ofNullable(entities.find(StoredDunning.class, invoice.toString(),
                LockModeType.PESSIMISTIC_WRITE, ANEW));
    }

    @Override
    public List<UUID> unbegun(int most) {
        return entities.createQuery("SELECT i.id FROM StoredInvoice i WHERE i.status = 'open' AND i.kind = 'invoice'"
                        + " AND NOT EXISTS (SELECT d.invoice FROM StoredDunning d WHERE d.invoice = i.id)"
                        + " ORDER BY i.id", String.class)
                .setMaxResults(most).getResultStream().map(UUID::fromString).toList();
    }

    @Override
    public List<UUID> due(Instant by, UUID after, int most) {
        return entities.createQuery("SELECT d.invoice FROM StoredDunning d WHERE d.paused = FALSE AND d.nextAt <= :by"
                        + " AND d.invoice > :after ORDER BY d.invoice", String.class).setParameter("by", by)
                .setParameter("after", after.toString()).setMaxResults(most).getResultStream().map(UUID::fromString)
                .toList();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return entities.createQuery("SELECT d.nextAt FROM StoredDunning d WHERE d.paused = FALSE"
                        + " AND d.nextAt > :after ORDER BY d.nextAt", Instant.class).setParameter("after", after)
                .setMaxResults(1).getResultStream().findFirst();
    }

    @Override
    public void note(DunningEvent event) {
        entities.persist(event);
    }

    @Override
    public List<DunningEvent> events(UUID invoice) {
        return entities.createQuery("SELECT e FROM DunningEvent e WHERE e.invoice = :invoice ORDER BY e.id DESC",
                DunningEvent.class).setParameter("invoice", invoice.toString()).getResultList();
    }
}

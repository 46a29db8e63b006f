package io.weir.billing.store;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps invoices through the ORM, in its caller's transaction. Written at once, so that a broken key shows here. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaInvoiceBook implements InvoiceBook {
    private static final String OF = "SELECT i FROM StoredInvoice i WHERE ";
    private static final Map<String, Object> ANEW = Map.of("eclipselink.refresh", "True");
    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    @Override
    public Optional<StoredInvoice> find(UUID invoice) {
        return Optional.ofNullable(entities.find(StoredInvoice.class, invoice.toString()));
    }

    @Override
    public Optional<StoredInvoice> lock(UUID invoice) {
        return Optional.ofNullable(entities.find(StoredInvoice.class, invoice.toString(),
                LockModeType.PESSIMISTIC_WRITE, ANEW));
    }

    @Override
    public List<StoredInvoice> lock(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var locked = invoices("i.id IN :ids ORDER BY i.id").setParameter("ids", texts(ids))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("eclipselink.refresh", "True").getResultStream()
                .collect(Collectors.toMap(StoredInvoice::id, Function.identity()));
        return ids.stream().map(locked::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Optional<StoredInvoice> ofCause(String cause) {
        return invoices("i.cause = :cause").setParameter("cause", cause).getResultStream().findFirst();
    }

    @Override
    public Set<String> madeOf(Collection<String> causes) {
        return causes.isEmpty() ? Set.of() : Set.copyOf(entities.createQuery(
                "SELECT i.cause FROM StoredInvoice i WHERE i.cause IN :causes", String.class)
                .setParameter("causes", causes).getResultList());
    }

    @Override
    public Optional<StoredInvoice> ofPayment(UUID payment) {
        return invoices("i.payment = :payment").setParameter("payment", payment.toString()).getResultStream()
                .findFirst();
    }

    @Override
    public List<StoredLine> lines(UUID invoice) {
        return lines(List.of(invoice)).getOrDefault(invoice, List.of());
    }

    @Override
    public Map<UUID, List<StoredLine>> lines(Collection<UUID> invoices) {
        return invoices.isEmpty() ? Map.of() : entities.createQuery("SELECT l FROM StoredLine l"
                        + " WHERE l.invoice.id IN :ids ORDER BY l.lineNo", StoredLine.class)
                .setParameter("ids", texts(invoices)).getResultStream()
                .collect(Collectors.groupingBy(StoredLine::invoiceId));
    }

    @Override
    public void keep(Map<StoredInvoice, List<StoredLine>> invoices) {
        invoices.keySet().forEach(entities::persist);
        invoices.values().forEach(lines -> lines.forEach(entities::persist));
        entities.flush();
    }

    /** What goes has to be gone before the new ones take its numbers. */
    @Override
    public void replaceLines(Map<StoredInvoice, List<StoredLine>> drafts) {
        if (!drafts.isEmpty()) {
            lines(drafts.keySet().stream().map(StoredInvoice::id).toList()).values()
                    .forEach(lines -> lines.forEach(entities::remove));
            entities.flush();
            drafts.values().forEach(lines -> lines.forEach(entities::persist));
        }
    }

    @Override
    public void drop(StoredInvoice draft) {
        lines(draft.id()).forEach(entities::remove);
        entities.flush();
        entities.remove(draft);
        entities.flush();
    }

    @Override
    public List<StoredInvoice> creditNotes(UUID invoice) {
        return invoices("i.corrects = :invoice ORDER BY i.id DESC").setParameter("invoice", invoice.toString())
                .getResultList();
    }

    @Override
    public List<StoredInvoice> open(UUID subscription, Reason reason) {
        return invoices("i.subscription = :subscription AND i.status = 'open' AND i.reason = :reason ORDER BY i.id")
                .setParameter("subscription", subscription.toString()).setParameter("reason", reason.word())
                .getResultList();
    }

    @Override
    public List<String> causes(Collection<UUID> subscriptions, Reason reason) {
        return subscriptions.isEmpty() ? List.of() : entities.createQuery("SELECT i.cause FROM StoredInvoice i"
                        + " WHERE i.subscription IN :ids AND i.reason = :reason", String.class)
                .setParameter("ids", texts(subscriptions)).setParameter("reason", reason.word()).getResultList();
    }

    @Override
    public List<UUID> dueDrafts(Instant by, int most) {
        return ids("i.status = 'draft' AND i.finalAt <= :by ORDER BY i.finalAt, i.id", most).setParameter("by", by)
                .getResultStream().map(UUID::fromString).toList();
    }

    @Override
    public Optional<Instant> nextDraft(Instant after) {
        return entities.createQuery("SELECT i.finalAt FROM StoredInvoice i WHERE i.status = 'draft'"
                + " AND i.finalAt > :after ORDER BY i.finalAt", Instant.class).setParameter("after", after)
                .setMaxResults(1).getResultStream().findFirst();
    }

    @Override
    public List<UUID> unsealed(int most) {
        return ids("i.contentHash IS NULL AND i.status <> 'draft' ORDER BY i.id", most).getResultStream()
                .map(UUID::fromString).toList();
    }

    @Override
    public List<StoredInvoice> issued(Instant from, Instant until, String after, int most) {
        return invoices("i.status <> 'draft' AND i.issuedAt >= :from AND i.issuedAt < :until AND i.id > :after"
                + " ORDER BY i.id").setParameter("from", from).setParameter("until", until)
                .setParameter("after", after).setMaxResults(most).getResultList();
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private TypedQuery<StoredInvoice> invoices(String condition) {
        return entities.createQuery(OF + condition, StoredInvoice.class);
    }

    private TypedQuery<String> ids(String condition, int most) {
        return entities.createQuery("SELECT i.id FROM StoredInvoice i WHERE " + condition, String.class)
                .setMaxResults(most);
    }
}

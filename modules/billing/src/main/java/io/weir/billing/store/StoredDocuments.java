package io.weir.billing.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.app.Papers;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredLine;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Documents of what is kept; lines and what credit notes correct with one query for all. */
@Stateless
@TenantScoped
public class StoredDocuments implements InvoiceDocuments {
    private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

    @PersistenceContext(unitName = "billing")
    private EntityManager entities;
    @Inject
    private Papers papers;

    @Override
    public InvoiceDocument document(TenantId tenant, AccountId account, UUID invoice) {
        var found = entities.createQuery("SELECT i FROM StoredInvoice i WHERE i.id = :id AND i.account = :account",
                        StoredInvoice.class)
                .setParameter("id", invoice.toString()).setParameter("account", account.toString()).getResultList();
        return documents(tenant, found).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
    }

    @Override
    public List<InvoiceDocument> issued(TenantId tenant, Optional<AccountId> account, Period issued,
            Optional<InvoiceDocument> after, int most) {
        var behind = after.flatMap(document -> document.dates().issued()).orElse(Instant.EPOCH);
        var query = entities.createQuery("SELECT i FROM StoredInvoice i WHERE i.issuedAt >= :from"
                + " AND i.issuedAt < :until AND (i.issuedAt > :behind OR i.issuedAt = :behind AND i.id > :last)"
                + account.map(one -> " AND i.account = :account").orElse("") + " ORDER BY i.issuedAt, i.id",
                StoredInvoice.class)
                .setParameter("from", issued.from()).setParameter("until", issued.until().orElse(FOR_EVER))
                .setParameter("behind", behind).setParameter("last", after.map(InvoiceDocument::id)
                        .orElse(new UUID(0, 0)).toString());
        account.ifPresent(one -> query.setParameter("account", one.toString()));
        return documents(tenant, query.setMaxResults(most).getResultList());
    }

    private List<InvoiceDocument> documents(TenantId tenant, List<StoredInvoice> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        var lines = entities.createQuery("SELECT l FROM StoredLine l WHERE l.invoice.id IN :ids ORDER BY l.lineNo",
                        StoredLine.class)
                .setParameter("ids", invoices.stream().map(invoice -> invoice.id().toString()).toList())
                .getResultStream().collect(groupingBy(StoredLine::invoiceId));
        var numbers = corrected(invoices);
        return invoices.stream().map(invoice -> papers.document(tenant, invoice,
                lines.getOrDefault(invoice.id(), List.of()), invoice.corrects().map(numbers::get))).toList();
    }

    private Map<UUID, String> corrected(List<StoredInvoice> invoices) {
        var ids = invoices.stream().flatMap(invoice -> invoice.corrects().stream()).map(UUID::toString).toList();
        return ids.isEmpty() ? Map.of()
                : entities.createQuery("SELECT i FROM StoredInvoice i WHERE i.id IN :ids", StoredInvoice.class)
                .setParameter("ids", ids).getResultStream()
                .collect(toMap(StoredInvoice::id, invoice -> invoice.number().orElse("")));
    }
}

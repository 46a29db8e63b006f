package io.weir.billing.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredLine;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.PageOf;
import io.weir.platform.api.TenantScoped;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads invoices through the ORM; the lines of a whole page with one query. */
@Stateless
@TenantScoped
public class JpaInvoices implements Invoices {
    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    @Override
    public Page<Invoice> all(TenantId tenant, Filter filter, Page.Request page) {
        var wanted = new InvoiceFilter(filter);
        var items = wanted.set(entities.createQuery("SELECT i FROM StoredInvoice i WHERE " + wanted.condition()
                + " ORDER BY i.createdAt DESC, i.id DESC", StoredInvoice.class));
        var count = wanted.set(entities.createQuery("SELECT COUNT(i) FROM StoredInvoice i WHERE "
                + wanted.condition(), Long.class));
        var found = PageOf.query(page, items, count);
        return new Page<>(views(found.items()), found.page(), found.limit(), found.total());
    }

    /** The ORM takes {@code a - b - c} for {@code a - (b - c)}. */
    @Override
    public List<Sum> sums(TenantId tenant, Filter filter) {
        var wanted = new InvoiceFilter(filter);
        var drafts = filter.status().isPresent() ? "" : " AND i.status <> 'draft'";
        return wanted.set(entities.createQuery("SELECT i.kind, i.currency, COUNT(i), SUM(i.net), SUM(i.tax),"
                + " SUM(i.total), SUM(CASE WHEN i.kind = 'invoice' AND i.status IN ('open', 'uncollectible')"
                + " THEN i.total - (i.settled + i.credited) ELSE 0 END) FROM StoredInvoice i WHERE "
                + wanted.condition() + drafts + " GROUP BY i.kind, i.currency ORDER BY i.currency, i.kind DESC",
                Object[].class)).getResultStream().map(JpaInvoices::sum).toList();
    }

    private static Sum sum(Object[] row) {
        var kind = Invoice.Kind.valueOf(((String) row[0]).toUpperCase(Locale.ROOT));
        var currency = Currency.getInstance((String) row[1]);
        int sign = kind == Invoice.Kind.CREDIT_NOTE ? -1 : 1;
        return new Sum(kind, number(row[2]), new Money(sign * number(row[3]), currency),
                new Money(sign * number(row[4]), currency), new Money(sign * number(row[5]), currency),
                new Money(number(row[6]), currency));
    }

    private static long number(Object sum) {
        return ((Number) sum).longValue();
    }

    @Override
    public Invoice invoice(TenantId tenant, AccountId account, UUID invoice) {
        return views(stored("i.id = :key AND i.account = '" + account + "'", invoice)).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
    }

    @Override
    public Invoice invoice(TenantId tenant, UUID invoice) {
        return views(stored("i.id = :key", invoice)).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
    }

    @Override
    public Optional<Invoice> ofPayment(TenantId tenant, UUID payment) {
        return views(stored("i.payment = :key", payment)).stream().findFirst();
    }

    private List<StoredInvoice> stored(String condition, UUID key) {
        return entities.createQuery("SELECT i FROM StoredInvoice i WHERE " + condition, StoredInvoice.class)
                .setParameter("key", key.toString()).getResultList();
    }

    private List<Invoice> views(List<StoredInvoice> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        var lines = lines(invoices);
        var numbers = numbers(invoices);
        return invoices.stream().map(invoice -> invoice.view(lines.getOrDefault(invoice.id(), List.of()),
                invoice.corrects().map(numbers::get))).toList();
    }

    private Map<UUID, List<StoredLine>> lines(List<StoredInvoice> invoices) {
        return entities.createQuery("SELECT l FROM StoredLine l WHERE l.invoice.id IN :ids ORDER BY l.lineNo",
                        StoredLine.class)
                .setParameter("ids", invoices.stream().map(invoice -> invoice.id().toString()).toList())
                .getResultStream().collect(groupingBy(StoredLine::invoiceId));
    }

    /** Of what credit notes correct. */
    private Map<UUID, String> numbers(List<StoredInvoice> invoices) {
        var corrected = invoices.stream().flatMap(invoice -> invoice.corrects().stream()).map(UUID::toString).toList();
        return corrected.isEmpty() ? Map.of()
                : entities.createQuery("SELECT i FROM StoredInvoice i WHERE i.id IN :ids", StoredInvoice.class)
                .setParameter("ids", corrected).getResultStream()
                .collect(toMap(StoredInvoice::id, invoice -> invoice.number().orElse("")));
    }
}

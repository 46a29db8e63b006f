package io.weir.billing.store;

import static java.util.stream.Collectors.groupingBy;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import io.weir.billing.domain.IssuedInvoice;
import io.weir.billing.domain.IssuedLine;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.PageOf;
import io.weir.platform.api.TenantScoped;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads invoices through the ORM; the lines of a whole page with one query. */
@Stateless
@TenantScoped
public class JpaInvoices implements Invoices {
    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    @Override
    public Page<Invoice> of(TenantId tenant, AccountId account, Page.Request page) {
        var items = entities.createQuery("SELECT i FROM IssuedInvoice i WHERE i.account = :account"
                + " ORDER BY i.issuedAt DESC, i.id DESC", IssuedInvoice.class)
                .setParameter("account", account.toString());
        var count = entities.createQuery("SELECT COUNT(i) FROM IssuedInvoice i WHERE i.account = :account", Long.class)
                .setParameter("account", account.toString());
        var found = PageOf.query(page, items, count);
        return new Page<>(views(found.items()), found.page(), found.limit(), found.total());
    }

    @Override
    public Invoice invoice(TenantId tenant, AccountId account, UUID invoice) {
        var found = entities.createQuery("SELECT i FROM IssuedInvoice i WHERE i.id = :id AND i.account = :account",
                        IssuedInvoice.class)
                .setParameter("id", invoice.toString()).setParameter("account", account.toString()).getResultList();
        return views(found).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
    }

    @Override
    public Optional<Invoice> ofPayment(TenantId tenant, UUID payment) {
        var found = entities.createQuery("SELECT i FROM IssuedInvoice i WHERE i.payment = :payment",
                        IssuedInvoice.class)
                .setParameter("payment", payment.toString()).getResultList();
        return views(found).stream().findFirst();
    }

    private List<Invoice> views(List<IssuedInvoice> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        var lines = entities.createQuery("SELECT l FROM IssuedLine l WHERE l.invoice.id IN :ids ORDER BY l.lineNo",
                        IssuedLine.class)
                .setParameter("ids", invoices.stream().map(IssuedInvoice::id).toList())
                .getResultStream().collect(groupingBy(IssuedLine::invoiceId));
        return invoices.stream().map(invoice -> invoice.view(lines.getOrDefault(invoice.id(), List.of()))).toList();
    }
}

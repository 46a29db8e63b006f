package io.weir.billing.store;

import static java.util.stream.Collectors.groupingBy;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Dates;
import io.weir.billing.api.InvoiceDocument.Kind;
import io.weir.billing.api.InvoiceDocument.Line;
import io.weir.billing.api.InvoiceDocument.LineKind;
import io.weir.billing.api.InvoiceDocument.Party;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.billing.api.InvoiceDocument.TaxRate;
import io.weir.billing.api.InvoiceDocument.TaxTotal;
import io.weir.billing.api.InvoiceDocument.Totals;
import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.domain.IssuedInvoice;
import io.weir.billing.domain.IssuedLine;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Documents of invoices that keep only what was sold and for how much: paid, without tax, in the tenant's language and
 * zone. Who sells and who buys is what the tenant's settings {@code seller.…} and the account say now.
 */
@Stateless
@TenantScoped
public class StoredDocuments implements InvoiceDocuments {
    private static final TaxRate NO_TAX = new TaxRate(BigDecimal.ZERO, Optional.empty(), false);
    private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

    @PersistenceContext(unitName = "billing")
    private EntityManager entities;
    @Inject
    private Tenants tenants;
    @Inject
    private Accounts accounts;

    @Override
    public InvoiceDocument document(TenantId tenant, AccountId account, UUID invoice) {
        var found = entities.createQuery("SELECT i FROM IssuedInvoice i WHERE i.id = :id AND i.account = :account",
                        IssuedInvoice.class)
                .setParameter("id", invoice.toString()).setParameter("account", account.toString()).getResultList();
        return documents(tenant, found).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
    }

    @Override
    public List<InvoiceDocument> issued(TenantId tenant, Optional<AccountId> account, Period issued,
            Optional<InvoiceDocument> after, int most) {
        var behind = after.flatMap(document -> document.dates().issued()).orElse(Instant.EPOCH);
        var query = entities.createQuery("SELECT i FROM IssuedInvoice i WHERE i.issuedAt >= :from"
                + " AND i.issuedAt < :until AND (i.issuedAt > :behind OR i.issuedAt = :behind AND i.id > :last)"
                + account.map(one -> " AND i.account = :account").orElse("") + " ORDER BY i.issuedAt, i.id",
                IssuedInvoice.class)
                .setParameter("from", issued.from()).setParameter("until", issued.until().orElse(FOR_EVER))
                .setParameter("behind", behind).setParameter("last", after.map(InvoiceDocument::id)
                        .orElse(new UUID(0, 0)).toString());
        account.ifPresent(one -> query.setParameter("account", one.toString()));
        return documents(tenant, query.setMaxResults(most).getResultList());
    }

    private List<InvoiceDocument> documents(TenantId tenant, List<IssuedInvoice> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        var lines = lines(invoices).getResultStream().collect(groupingBy(IssuedLine::invoiceId));
        var seller = tenants.byId(tenant);
        return invoices.stream().map(invoice -> invoice.view(lines.getOrDefault(invoice.id(), List.of())))
                .map(invoice -> document(seller, accounts.account(tenant, invoice.account()), invoice)).toList();
    }

    private TypedQuery<IssuedLine> lines(List<IssuedInvoice> invoices) {
        return entities.createQuery("SELECT l FROM IssuedLine l WHERE l.invoice.id IN :ids ORDER BY l.lineNo",
                IssuedLine.class).setParameter("ids", invoices.stream().map(IssuedInvoice::id).toList());
    }

    static InvoiceDocument document(Tenant seller, Account buyer, Invoice invoice) {
        var total = invoice.total();
        var none = Money.zero(total.currency());
        var issued = Optional.of(invoice.issuedAt());
        var lines = IntStream.range(0, invoice.lines().size())
                .mapToObj(at -> line(invoice, at, none)).toList();
        var totals = new Totals(total, none, total, total, none, List.of(new TaxTotal(NO_TAX, total, none)));
        return new InvoiceDocument(invoice.id(), Kind.INVOICE, State.PAID, Optional.of(invoice.number()),
                Optional.empty(), new Dates(issued, Optional.empty(), issued, Optional.empty(), Optional.empty()),
                seller(seller), buyer(buyer), lines, totals, List.of(), Optional.empty(), seller.locale(),
                seller.zone());
    }

    private static Line line(Invoice invoice, int at, Money none) {
        var line = invoice.lines().get(at);
        return new Line(new UUID(invoice.id().getMostSignificantBits(), at), at + 1, LineKind.OTHER,
                line.description(), BigDecimal.valueOf(line.quantity()), Optional.empty(), line.unitPrice().major(),
                line.amount(), NO_TAX, none, line.amount());
    }

    private static Party seller(Tenant tenant) {
        var address = tenant.setting("seller.address").stream().flatMap(String::lines).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
        return new Party(tenant.setting("seller.name").orElse(tenant.name()), address,
                tenant.setting("seller.country"), tenant.setting("seller.tax-number"),
                tenant.setting("seller.registration"), tenant.setting("seller.email"), tenant.setting("seller.phone"),
                tenant.setting("seller.website"), tenant.setting("seller.logo"));
    }

    private static Party buyer(Account account) {
        return new Party(account.name(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(account.email()), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

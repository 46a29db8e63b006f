package io.weir.billing.store;

import static io.weir.billing.store.FinalInvoices.whole;

import io.weir.billing.api.TopCustomers.Customer;
import io.weir.billing.api.UnpaidInvoices.Age;
import io.weir.billing.domain.analytics.Ages;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Sums over final invoices that the database makes. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SalesRows {
    private static final String ISSUED = """
            \sFROM billing_invoice i WHERE i.tenant_id = :tenant AND i.currency = :currency AND i.status <> 'draft'
             AND i.issued_at >= :from AND i.issued_at < :until""";
    private static final String CUSTOMERS = """
            SELECT top.*, (SELECT JSON_VALUE(b.buyer, '$.name') FROM billing_invoice b
              WHERE b.tenant_id = :tenant AND b.account_id = top.account_id AND b.status <> 'draft'
              ORDER BY b.issued_at DESC, b.id DESC LIMIT 1) AS name
            FROM (SELECT i.account_id, SUM(i.net) AS net, SUM(i.kind = 'invoice') AS invoices"""
            + ISSUED + """
            \sGROUP BY i.account_id ORDER BY net DESC, i.account_id LIMIT :most) top
            ORDER BY top.net DESC, top.account_id""";
    private static final String OPEN = """
            SELECT COUNT(*) AS invoices, SUM(GREATEST(0, i.total - i.settled - i.credited)) AS net
            FROM billing_invoice i WHERE i.tenant_id = :tenant AND i.status = :status AND i.currency = :currency
              AND i.kind = 'invoice' AND i.total > i.settled + i.credited
              AND i.due_at >= :from AND i.due_at < :until""";
    /** Each is for the first thing on it that is no rest of something else; a credit note for what it corrects. */
    private static final String PACKAGES = """
            SELECT sold.kind, sold.offer, SUM(sold.is_invoice) AS sold, SUM(sold.net) AS net, SUM(sold.total) AS gross
            FROM (SELECT i.net, i.total, i.kind = 'invoice' AS is_invoice,
                CASE m.kind WHEN 'minimum' THEN 'usage' ELSE m.kind END AS kind, COALESCE(m.offer, '') AS offer
              FROM billing_invoice i
              JOIN billing_invoice_line m ON m.tenant_id = i.tenant_id AND m.invoice_id = COALESCE(i.corrects_id, i.id)
                AND m.line_no = (SELECT MIN(f.line_no) FROM billing_invoice_line f WHERE f.tenant_id = i.tenant_id
                  AND f.invoice_id = COALESCE(i.corrects_id, i.id) AND f.kind NOT IN ('proration', 'discount'))
              WHERE i.tenant_id = :tenant AND i.currency = :currency AND i.status <> 'draft'
                AND i.issued_at >= :from AND i.issued_at < :until) sold
            GROUP BY sold.kind, sold.offer ORDER BY net DESC, sold.kind, sold.offer""";
    private Database database;

    protected SalesRows() {
    }

    @Inject
    public SalesRows(Database database) {
        this.database = database;
    }

    /** {@code until}: not included. */
    public record Span(TenantId tenant, Currency currency, Instant from, Instant until) {
    }

    public List<String> currencies(TenantId tenant) {
        return database.inTransaction().withHandle(handle -> FinalInvoices.query(handle, """
                SELECT DISTINCT currency FROM billing_invoice WHERE tenant_id = :tenant AND status <> 'draft'
                ORDER BY currency""", tenant).mapTo(String.class).list());
    }

    public Money billed(Span span) {
        return database.inTransaction().withHandle(handle -> query(handle, "SELECT SUM(i.net) AS net" + ISSUED, span)
                .map((row, context) -> new Money(whole(row, "net"), span.currency())).one());
    }

    public List<Customer> customers(Span span, int most) {
        return database.inTransaction().withHandle(handle -> query(handle, CUSTOMERS, span).bind("most", most)
                .map((row, context) -> new Customer(AccountId.of(row.getString("account_id")),
                        row.getString("name") == null ? "" : row.getString("name"), whole(row, "invoices"),
                        new Money(whole(row, "net"), span.currency()))).list());
    }

    /** What is sold, and how it goes; nobody here knows what it is called. */
    public record Sold(String kind, String offer, long sold, Money net, Money gross) {
    }

    public List<Sold> packages(Span span) {
        return database.inTransaction().withHandle(handle -> query(handle, PACKAGES, span)
                .map((row, context) -> new Sold(row.getString("kind"), row.getString("offer"), whole(row, "sold"),
                        new Money(whole(row, "net"), span.currency()), new Money(whole(row, "gross"), span.currency())))
                .list());
    }

    public List<Age> unpaid(TenantId tenant, Currency currency, LocalDate today, ZoneId zone) {
        return database.inTransaction().withHandle(handle -> Ages.all().stream().map(age -> age(handle, age.word(),
                "open", new Span(tenant, currency, age.dueFrom(today, zone), age.dueUntil(today, zone)))).toList());
    }

    public Age writtenOff(TenantId tenant, Currency currency) {
        var ever = new Span(tenant, currency, Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
        return database.inTransaction().withHandle(handle -> age(handle, "written-off", "uncollectible", ever));
    }

    private static Age age(Handle handle, String word, String status, Span due) {
        return query(handle, OPEN, due).bind("status", status).map((row, context) -> new Age(word,
                row.getLong("invoices"), new Money(whole(row, "net"), due.currency()))).one();
    }

    private static Query query(Handle handle, String sql, Span span) {
        return FinalInvoices.query(handle, sql, span.tenant()).bind("currency", span.currency().getCurrencyCode())
                .bind("from", span.from()).bind("until", span.until());
    }
}

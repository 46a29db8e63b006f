package io.weir.billing.store;

import static io.weir.billing.store.FinalInvoices.whole;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;

/** What was paid on invoices, tax included, less the credit notes of these. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TakingsRows {
    private static final String PAID = """
            SELECT SUM(p.total - p.credited) AS paid FROM billing_invoice p WHERE p.tenant_id = :tenant
              AND p.currency = :currency AND p.kind = 'invoice' AND p.status = 'paid'
              AND EXISTS (SELECT 1 FROM billing_invoice_line l WHERE l.tenant_id = p.tenant_id
                AND l.invoice_id = p.id AND l.kind IN (<kinds>)""";
    private Database database;

    protected TakingsRows() {
    }

    @Inject
    public TakingsRows(Database database) {
        this.database = database;
    }

    /** {@code kinds}: of the lines that make an invoice one of these. */
    public record Wanted(TenantId tenant, Currency currency, List<String> kinds) {
    }

    public Money all(Wanted wanted) {
        return database.inTransaction().withHandle(handle -> FinalInvoices.query(handle, PAID + ")", wanted.tenant())
                .bindList("kinds", wanted.kinds()).bind("currency", wanted.currency().getCurrencyCode())
                .map((row, context) -> new Money(whole(row, "paid"), wanted.currency())).one());
    }

    /** {@code offers}: what names it in lines' bases. */
    public Money of(Wanted wanted, List<String> offers) {
        return database.inTransaction().withHandle(handle -> FinalInvoices
                .query(handle, PAID + " AND l.offer IN (<offers>))", wanted.tenant())
                .bindList("kinds", wanted.kinds()).bindList("offers", offers)
                .bind("currency", wanted.currency().getCurrencyCode())
                .map((row, context) -> new Money(whole(row, "paid"), wanted.currency())).one());
    }
}

package io.weir.billing.store;

import io.weir.billing.domain.InvoiceSequence;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Handle;

/** One row a tenant and year, locked from the increment to the end of the transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SqlInvoiceSequence implements InvoiceSequence {
    private Database database;

    protected SqlInvoiceSequence() {
    }

    @Inject
    public SqlInvoiceSequence(Database database) {
        this.database = database;
    }

    @Override
    public long next(TenantId tenant, int year) {
        return database.inTransaction().withHandle(handle -> increment(handle, tenant, year));
    }

    private long increment(Handle handle, TenantId tenant, int year) {
        handle.createUpdate("""
                INSERT INTO billing_invoice_sequence (tenant_id, issue_year, last_number) VALUES (:tenant, :year, 1)
                ON DUPLICATE KEY UPDATE last_number = last_number + 1""")
                .bind("tenant", tenant).bind("year", year).execute();
        return handle.createQuery("""
                SELECT last_number FROM billing_invoice_sequence WHERE tenant_id = :tenant AND issue_year = :year""")
                .bind("tenant", tenant).bind("year", year).mapTo(Long.class).one();
    }
}

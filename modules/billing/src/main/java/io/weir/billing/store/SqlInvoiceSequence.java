package io.weir.billing.store;

import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.domain.InvoiceSequence;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Handle;

/** One row a tenant, kind and year, locked from the increment to the end of the transaction. */
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
    public long next(TenantId tenant, Kind series, int year, int count) {
        return 1 - count + database.inTransaction().withHandle(handle -> {
            increment(handle, new Row(tenant, series, year), count);
            return last(handle, new Row(tenant, series, year));
        });
    }

    private record Row(TenantId tenant, Kind series, int year) {
    }

    private static void increment(Handle handle, Row row, int count) {
        handle.createUpdate("""
                INSERT INTO billing_invoice_sequence (tenant_id, series, issue_year, last_number)
                VALUES (:tenant, :series, :year, :count)
                ON DUPLICATE KEY UPDATE last_number = last_number + :count""")
                .bind("tenant", row.tenant).bind("series", row.series.word()).bind("year", row.year)
                .bind("count", count).execute();
    }

    private static long last(Handle handle, Row row) {
        return handle.createQuery("""
                SELECT last_number FROM billing_invoice_sequence
                WHERE tenant_id = :tenant AND series = :series AND issue_year = :year""")
                .bind("tenant", row.tenant).bind("series", row.series.word()).bind("year", row.year)
                .mapTo(Long.class).one();
    }
}

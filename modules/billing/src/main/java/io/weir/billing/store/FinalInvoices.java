package io.weir.billing.store;

import io.weir.kernel.api.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What questions about all final invoices of a tenant have in common. */
final class FinalInvoices {
    /** Rows that the driver holds at a time. */
    private static final int FETCH = 1000;
    private static final int LONGEST_SECONDS = 120;

    private FinalInvoices() {
    }

    static Query query(Handle handle, String sql, TenantId tenant) {
        return handle.createQuery(sql).setFetchSize(FETCH).setQueryTimeout(LONGEST_SECONDS).bind("tenant", tenant);
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    static Instant momentOf(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** Sums of whole numbers come as decimals. */
    static long whole(ResultSet row, String column) throws SQLException {
        var sum = row.getBigDecimal(column);
        return sum == null ? 0 : sum.setScale(0).longValueExact();
    }
}

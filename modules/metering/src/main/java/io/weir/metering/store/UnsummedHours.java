package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.AccountHour;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Stretch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What tells a page which sums it may read: how far the tenant's hours are summed up, and which are not. */
final class UnsummedHours {
    private UnsummedHours() {
    }

    /** Absent before the tenant's first hour was closed. */
    static Optional<Instant> summedBefore(Connection connection, TenantId tenant) throws SQLException {
        var found = new TreeSet<Instant>();
        StreamedRows.each(connection, new SqlText("SELECT summed_before FROM metering_summing WHERE tenant_id=")
                .id(tenant.value()), row -> found.add(StoredRollups.moment(row, 1)));
        return found.stream().findFirst();
    }

    static NavigableSet<Instant> of(Connection connection, Holder holder, Stretch span) throws SQLException {
        var found = new TreeSet<Instant>();
        StreamedRows.each(connection, new SqlText("SELECT hour_at FROM metering_unsummed WHERE ").of(holder)
                .sql(" AND hour_at>=").moment(span.from()).sql(" AND hour_at<").moment(span.until()),
                row -> found.add(StoredRollups.moment(row, 1)));
        return found;
    }

    /** Pages read the rollups of such an hour from now on. An hour that is due already waits for the later moment. */
    static void mark(Handle handle, Collection<AccountHour> hours, Instant due) {
        if (hours.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                INSERT INTO metering_unsummed (tenant_id, account_id, hour_at, due_at)
                VALUES (:tenant, :account, :hour, :due)
                ON DUPLICATE KEY UPDATE due_at = GREATEST(due_at, VALUES(due_at))""");
        hours.stream().sorted().forEach(hour -> batch.bind("tenant", hour.holder().tenant())
                .bind("account", hour.holder().account()).bind("hour", hour.at()).bind("due", due).add());
        batch.execute();
    }
}

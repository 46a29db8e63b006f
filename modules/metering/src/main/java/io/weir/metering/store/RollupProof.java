package io.weir.metering.store;

import io.weir.metering.domain.Holder;
import io.weir.metering.domain.RollupDifference;
import io.weir.metering.domain.Rollups;
import io.weir.metering.domain.Rollups.Used;
import io.weir.metering.domain.Stretch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** One account's usage and rollups of whole hours, on a connection whose reads see one state of the database. */
final class RollupProof {
    private final Connection connection;
    private final Holder holder;
    private final Collection<String> meters;

    RollupProof(Connection connection, Holder holder, Collection<String> meters) {
        this.connection = connection;
        this.holder = holder;
        this.meters = meters;
    }

    RollupDifference difference(Stretch hours) throws SQLException {
        var expected = expected(hours);
        // A meter that is not in the catalogue any more still has its rows.
        var all = new TreeSet<>(meters);
        expected.hours().keySet().forEach(key -> all.add(key.meter()));
        return expected.against(stored(hours, all));
    }

    private Rollups expected(Stretch hours) throws SQLException {
        var rollups = new Rollups();
        each(new SqlText("SELECT meter, used_at, endpoint, operation, model, api_key_id, status, quantity, overage,"
                + " tokens, requests, latency_ms FROM metering_usage FORCE INDEX (PRIMARY) WHERE ").of(holder)
                .sql(" AND used_at>=").moment(hours.from()).sql(" AND used_at<").moment(hours.until()),
                row -> rollups.count(new Used(StoredRollups.key(row), row.getLong(8), row.getLong(9), row.getLong(10),
                        row.getInt(11), latency(row))));
        return rollups;
    }

    private Rollups stored(Stretch hours, Collection<String> all) throws SQLException {
        var rollups = new Rollups();
        new StoredRollups(connection, holder).read(all, hours, rollups::count, rollups::count);
        return rollups;
    }

    /** The first hour of the span in which the account has anything at all. */
    Optional<Instant> firstBusyHour(Stretch span) throws SQLException {
        var found = new TreeSet<Instant>();
        each(new SqlText("SELECT used_at FROM metering_usage FORCE INDEX (PRIMARY) WHERE ").of(holder)
                .sql(" AND used_at>=").moment(span.from()).sql(" AND used_at<").moment(span.until())
                .sql(" ORDER BY used_at LIMIT 1"), row -> found.add(StoredRollups.moment(row, 1)));
        new StoredRollups(connection, holder).first(meters, span).ifPresent(found::add);
        return found.stream().findFirst().map(at -> at.truncatedTo(ChronoUnit.HOURS));
    }

    private void each(SqlText sql, StreamedRows.RowReader reader) throws SQLException {
        StreamedRows.each(connection, sql, reader);
    }

    private static OptionalInt latency(ResultSet row) throws SQLException {
        int latency = row.getInt(12);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(latency);
    }
}

package io.weir.metering.store;

import io.weir.metering.api.MeterKey;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.RollupDifference;
import io.weir.metering.domain.Rollups;
import io.weir.metering.domain.Rollups.Bar;
import io.weir.metering.domain.Rollups.Key;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.Rollups.Used;
import io.weir.metering.domain.Stretch;
import io.weir.metering.domain.UsageTally;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;

/** One account's usage and rollups of whole hours, on a connection whose reads see one state of the database. */
final class RollupProof {
    /** Rows that the driver holds at a time: an hour may have millions. */
    private static final int FETCH = 1000;
    private static final int LONGEST_SECONDS = 300;
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
                row -> rollups.count(new Used(key(row), row.getLong(8), row.getLong(9), row.getLong(10),
                        row.getInt(11), latency(row))));
        return rollups;
    }

    private Rollups stored(Stretch hours, Collection<String> all) throws SQLException {
        var rollups = new Rollups();
        each(rows("requests, errors, quantity, overage, tokens, latency_sum, latency_count", "metering_usage_hour",
                all, hours),
                row -> rollups.count(key(row), new Sums(row.getLong(8), row.getLong(9), row.getLong(10),
                        row.getLong(11), row.getLong(12), row.getLong(13), row.getLong(14))));
        each(rows("bucket, requests", "metering_latency_hour", all, hours),
                row -> rollups.count(new Bar(key(row), row.getInt(8)), row.getLong(9)));
        return rollups;
    }

    private SqlText rows(String figures, String table, Collection<String> all, Stretch hours) {
        var text = new SqlText("SELECT meter, hour_at, endpoint, operation, model, api_key_id, status, " + figures
                + " FROM " + table + " FORCE INDEX (PRIMARY) WHERE ").of(holder).sql(" AND meter IN (''");
        all.forEach(meter -> text.sql(",").meter(new MeterKey(meter)));
        return text.sql(") AND hour_at>=").moment(hours.from()).sql(" AND hour_at<").moment(hours.until());
    }

    /** The first hour of the span in which the account has anything at all. */
    Optional<Instant> firstBusyHour(Stretch span) throws SQLException {
        var found = new TreeSet<Instant>();
        each(first("used_at", "metering_usage", "", span), row -> found.add(moment(row, 1)));
        for (var meter : meters) {
            var condition = new SqlText(" AND meter=").meter(new MeterKey(meter)).toString();
            each(first("hour_at", "metering_usage_hour", condition, span), row -> found.add(moment(row, 1)));
            each(first("hour_at", "metering_latency_hour", condition, span), row -> found.add(moment(row, 1)));
        }
        return found.stream().findFirst().map(at -> at.truncatedTo(ChronoUnit.HOURS));
    }

    private SqlText first(String column, String table, String condition, Stretch span) {
        return new SqlText("SELECT " + column + " FROM " + table + " FORCE INDEX (PRIMARY) WHERE ").of(holder)
                .sql(condition).sql(" AND " + column + ">=").moment(span.from())
                .sql(" AND " + column + "<").moment(span.until()).sql(" ORDER BY " + column + " LIMIT 1");
    }

    private void each(SqlText sql, RowReader reader) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            statement.setQueryTimeout(LONGEST_SECONDS);
            try (var rows = statement.executeQuery(sql.toString())) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString(1), moment(row, 2).truncatedTo(ChronoUnit.HOURS), row.getString(3),
                Optional.ofNullable(row.getString(4)).orElse(""), Optional.ofNullable(row.getString(5)).orElse(""),
                Optional.ofNullable(row.getString(6)).map(UUID::fromString).orElse(UsageTally.NO_KEY), row.getInt(7));
    }

    private static OptionalInt latency(ResultSet row) throws SQLException {
        int latency = row.getInt(12);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(latency);
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}

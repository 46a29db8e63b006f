package io.weir.metering.store;

import io.weir.metering.api.MeterKey;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Rollups.Bar;
import io.weir.metering.domain.Rollups.Key;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.Stretch;
import io.weir.metering.domain.UsageTally;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;

/** One account's rows of the two hourly rollup tables. */
final class StoredRollups {
    private static final List<String> TABLES = List.of("metering_usage_hour", "metering_latency_hour");
    private final Connection connection;
    private final Holder holder;

    StoredRollups(Connection connection, Holder holder) {
        this.connection = connection;
        this.holder = holder;
    }

    /** Every meter that it ever used, also one that is not in the catalogue any more. */
    Collection<String> meters() throws SQLException {
        var meters = new TreeSet<String>();
        for (var table : TABLES) {
            var next = firstMeter(table, "");
            while (next.isPresent()) {
                meters.add(next.get());
                next = firstMeter(table, new SqlText(" AND meter>").meter(new MeterKey(next.get())).toString());
            }
        }
        return meters;
    }

    /** Step by step along the key: DISTINCT would read every row of the account. */
    private Optional<String> firstMeter(String table, String condition) throws SQLException {
        var found = new ArrayList<String>();
        StreamedRows.each(connection, new SqlText("SELECT meter FROM " + table + " FORCE INDEX (PRIMARY) WHERE ")
                .of(holder).sql(condition).sql(" ORDER BY meter LIMIT 1"), row -> found.add(row.getString(1)));
        return found.stream().findFirst();
    }

    void read(Collection<String> meters, Stretch hours, BiConsumer<Key, Sums> sums, ObjLongConsumer<Bar> bars)
            throws SQLException {
        StreamedRows.each(connection, rows("requests, errors, quantity, overage, tokens, latency_sum, latency_count",
                "metering_usage_hour", meters, hours),
                row -> sums.accept(key(row), new Sums(row.getLong(8), row.getLong(9), row.getLong(10),
                        row.getLong(11), row.getLong(12), row.getLong(13), row.getLong(14))));
        StreamedRows.each(connection, rows("bucket, requests", "metering_latency_hour", meters, hours),
                row -> bars.accept(new Bar(key(row), row.getInt(8)), row.getLong(9)));
    }

    /** The first hour of the span that has any of these meters. */
    Optional<Instant> first(Collection<String> meters, Stretch span) throws SQLException {
        var found = new TreeSet<Instant>();
        for (var meter : meters) {
            for (var table : TABLES) {
                StreamedRows.each(connection, new SqlText("SELECT hour_at FROM " + table
                        + " FORCE INDEX (PRIMARY) WHERE ").of(holder).sql(" AND meter=").meter(new MeterKey(meter))
                        .sql(" AND hour_at>=").moment(span.from()).sql(" AND hour_at<").moment(span.until())
                        .sql(" ORDER BY hour_at LIMIT 1"), row -> found.add(moment(row, 1)));
            }
        }
        return found.stream().findFirst();
    }

    private SqlText rows(String figures, String table, Collection<String> meters, Stretch hours) {
        var text = new SqlText("SELECT meter, hour_at, endpoint, operation, model, api_key_id, status, " + figures
                + " FROM " + table + " FORCE INDEX (PRIMARY) WHERE ").of(holder).sql(" AND meter IN (''");
        meters.forEach(meter -> text.sql(",").meter(new MeterKey(meter)));
        return text.sql(") AND hour_at>=").moment(hours.from()).sql(" AND hour_at<").moment(hours.until());
    }

    /** Of a row that begins with the columns of the rollups' key; usage has them too, and its own time. */
    static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString(1), moment(row, 2).truncatedTo(ChronoUnit.HOURS), row.getString(3),
                Optional.ofNullable(row.getString(4)).orElse(""), Optional.ofNullable(row.getString(5)).orElse(""),
                Optional.ofNullable(row.getString(6)).map(UUID::fromString).orElse(UsageTally.NO_KEY), row.getInt(7));
    }

    static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}

package io.weir.metering.store;

import io.weir.metering.domain.Cut;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.Stretch;
import io.weir.metering.domain.UsageSums.Place;
import io.weir.metering.domain.UsageSums.Sum;
import io.weir.metering.domain.UsageSums.Width;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One account's rows of {@code metering_usage_sum}, as they are written and proven: by time. */
final class SumRows {
    private static final String OF_ACCOUNT = " WHERE tenant_id = :tenant AND account_id = :account";
    private final Holder holder;

    SumRows(Holder holder) {
        this.holder = holder;
    }

    Map<Place, Sum> read(Connection connection, Stretch time) throws SQLException {
        var rows = new HashMap<Place, Sum>();
        StreamedRows.each(connection, new SqlText("SELECT meter, cut, span_hours, api_key_id, begins_at, name,"
                + " requests, errors, quantity, overage, tokens, latency_sum, latency_count, latencies"
                + " FROM metering_usage_sum FORCE INDEX (metering_usage_sum_of_time) WHERE ").of(holder)
                .sql(" AND begins_at>=").moment(time.from()).sql(" AND begins_at<").moment(time.until()),
                row -> rows.put(new Place(row.getString(1), Cut.valueOf(row.getString(2)), Width.of(row.getInt(3)),
                        UUID.fromString(row.getString(4)), StoredRollups.moment(row, 5), row.getString(6)),
                        new Sum(new Sums(row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10),
                                row.getLong(11), row.getLong(12), row.getLong(13)), row.getString(14))));
        return rows;
    }

    /** Where the first of them begins. */
    Optional<Instant> first(Connection connection, Stretch time) throws SQLException {
        var found = new TreeSet<Instant>();
        StreamedRows.each(connection, new SqlText("SELECT begins_at FROM metering_usage_sum"
                + " FORCE INDEX (metering_usage_sum_of_time) WHERE ").of(holder)
                .sql(" AND begins_at>=").moment(time.from()).sql(" AND begins_at<").moment(time.until())
                .sql(" ORDER BY begins_at LIMIT 1"), row -> found.add(StoredRollups.moment(row, 1)));
        return found.stream().findFirst();
    }

    /** Of hours and days. */
    void deleteDay(Handle handle, Stretch day) {
        handle.createUpdate("DELETE FROM metering_usage_sum" + OF_ACCOUNT
                + " AND begins_at >= :from AND begins_at < :until").bind("tenant", holder.tenant())
                .bind("account", holder.account()).bind("from", day.from()).bind("until", day.until()).execute();
    }

    void deleteHour(Handle handle, Instant hour) {
        handle.createUpdate("DELETE FROM metering_usage_sum" + OF_ACCOUNT
                + " AND begins_at = :hour AND span_hours = 1").bind("tenant", holder.tenant())
                .bind("account", holder.account()).bind("hour", hour).execute();
    }

    void write(Handle handle, Collection<Map.Entry<Place, Sum>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                INSERT INTO metering_usage_sum (tenant_id, account_id, meter, cut, span_hours, api_key_id, begins_at,
                  name, requests, errors, quantity, overage, tokens, latency_sum, latency_count, latencies)
                VALUES (:tenant, :account, :meter, :cut, :hours, :apiKey, :begins, :name, :requests, :errors, :quantity,
                  :overage, :tokens, :latencySum, :latencyCount, :latencies)""");
        for (var row : rows) {
            var place = row.getKey();
            var sums = row.getValue().sums();
            batch.bind("tenant", holder.tenant()).bind("account", holder.account()).bind("meter", place.meter())
                    .bind("cut", place.cut().name()).bind("hours", place.width().hours())
                    .bind("apiKey", place.apiKey()).bind("begins", place.begins()).bind("name", place.name())
                    .bind("requests", sums.requests()).bind("errors", sums.errors())
                    .bind("quantity", sums.quantity()).bind("overage", sums.overage()).bind("tokens", sums.tokens())
                    .bind("latencySum", sums.latencySum()).bind("latencyCount", sums.latencyCount())
                    .bind("latencies", row.getValue().latencies()).add();
        }
        batch.execute();
    }
}

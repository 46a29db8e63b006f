package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageReports.Endpoint;
import io.weir.metering.api.UsageReports.Span;
import io.weir.metering.api.UsageReports.Totals;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.LatencyScale;
import io.weir.metering.domain.SpanBuckets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** One account's rollups of a span: {@code metering_usage_hour} and {@code metering_latency_hour}. */
final class RollupRows {
    private static final int TOP = 10;
    private static final String OF_ACCOUNT =
            " WHERE tenant_id = :tenant AND account_id = :account AND hour_at >= :from AND hour_at < :until ";
    private static final String HOURS = "SELECT hour_at, SUM(requests), SUM(errors), SUM(tokens), SUM(quantity)"
            + " FROM metering_usage_hour" + OF_ACCOUNT;
    private final Handle handle;
    private final Holder holder;
    private final Span span;

    RollupRows(Handle handle, Holder holder, Span span) {
        this.handle = handle;
        this.holder = holder;
        this.span = span;
    }

    List<Hour> hours() {
        return query(HOURS + "GROUP BY hour_at ORDER BY hour_at").map((row, context) -> hour(row)).list();
    }

    List<Hour> hoursOf(MeterKey meter) {
        return query(HOURS + "AND meter = :meter GROUP BY hour_at ORDER BY hour_at").bind("meter", meter.value())
                .map((row, context) -> hour(row)).list();
    }

    Totals totals() {
        var latencies = latencies();
        return query("SELECT COALESCE(SUM(requests), 0), COALESCE(SUM(errors), 0), COALESCE(SUM(latency_sum), 0),"
                + " COALESCE(SUM(latency_count), 0) FROM metering_usage_hour" + OF_ACCOUNT)
                .map((row, context) -> {
                    long requests = row.getLong(1);
                    long errors = row.getLong(2);
                    return new Totals(requests, errors, requests == 0 ? 0 : (double) errors / requests,
                            average(row.getLong(3), row.getLong(4)), LatencyScale.percentile(latencies, 50),
                            LatencyScale.percentile(latencies, 95), LatencyScale.percentile(latencies, 99));
                }).one();
    }

    List<Endpoint> topEndpoints() {
        return query("SELECT endpoint, SUM(requests) AS calls, SUM(errors), SUM(latency_sum), SUM(latency_count)"
                + " FROM metering_usage_hour" + OF_ACCOUNT + "GROUP BY endpoint ORDER BY calls DESC, endpoint LIMIT "
                + TOP)
                .map((row, context) -> new Endpoint(row.getString(1), row.getLong(2), row.getLong(3),
                        average(row.getLong(4), row.getLong(5))))
                .list();
    }

    Map<String, Long> statusCodes() {
        var codes = new TreeMap<String, Long>();
        query("SELECT status, SUM(requests) FROM metering_usage_hour" + OF_ACCOUNT + "GROUP BY status")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> codes.put(entry.getKey(), entry.getValue()));
        return codes;
    }

    static Map<String, Long> quantities(Handle handle, TenantId tenant, Span span) {
        var quantities = new TreeMap<String, Long>();
        handle.createQuery("""
                SELECT meter, SUM(quantity) FROM metering_usage_hour
                WHERE tenant_id = :tenant AND hour_at >= :from AND hour_at < :until GROUP BY meter""")
                .bind("tenant", tenant).bind("from", new SpanBuckets(span).firstHour()).bind("until", span.until())
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> quantities.put(entry.getKey(), entry.getValue()));
        return quantities;
    }

    private SortedMap<Integer, Long> latencies() {
        var latencies = new TreeMap<Integer, Long>();
        query("SELECT bucket, SUM(requests) FROM metering_latency_hour" + OF_ACCOUNT + "GROUP BY bucket")
                .map((row, context) -> Map.entry(row.getInt(1), row.getLong(2)))
                .forEach(entry -> latencies.put(entry.getKey(), entry.getValue()));
        return latencies;
    }

    private Query query(String sql) {
        return handle.createQuery(sql).bind("tenant", holder.tenant()).bind("account", holder.account())
                .bind("from", new SpanBuckets(span).firstHour()).bind("until", span.until());
    }

    private static Hour hour(ResultSet row) throws SQLException {
        return new Hour(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getLong(2), row.getLong(3),
                row.getLong(4), row.getLong(5));
    }

    private static long average(long sum, long count) {
        return count == 0 ? 0 : (sum + count / 2) / count;
    }

    /** A rollup hour, summed over endpoints, models, keys and statuses. */
    record Hour(Instant at, long requests, long errors, long tokens, long quantity) {
    }
}

package io.weir.metering.store;

import io.weir.metering.api.UsageReports.Endpoint;
import io.weir.metering.domain.LatencyScale;
import io.weir.metering.domain.UsageTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Sums over {@code metering_usage_hour} and {@code metering_latency_hour}, added up by the database. */
final class RollupRows {
    private static final String HOURS = "metering_usage_hour";
    private static final String LATENCIES = "metering_latency_hour";
    private static final String SUMS = "SUM(requests) AS calls, SUM(errors), SUM(tokens), SUM(quantity) AS amount,"
            + " SUM(latency_sum), SUM(latency_count)";
    private static final int TOP = 10;
    private final Handle handle;
    private final RollupScope scope;

    RollupRows(Handle handle, RollupScope scope) {
        this.handle = handle;
        this.scope = scope;
    }

    /** In order of time. */
    List<Hour> hours() {
        return scope.select(handle, "hour_at, 0, " + SUMS, HOURS, "GROUP BY hour_at ORDER BY hour_at")
                .map((row, context) -> hour(row)).list();
    }

    /** What a curve, totals and the table of statuses are made of: one pass over the rows instead of three. */
    List<Hour> hoursByStatus() {
        return scope.select(handle, "hour_at, status, " + SUMS, HOURS,
                "GROUP BY hour_at, status ORDER BY hour_at, status").map((row, context) -> hour(row)).list();
    }

    /** By requests. */
    List<Endpoint> topEndpoints() {
        var top = groups("endpoint", "ORDER BY calls DESC, endpoint LIMIT " + TOP);
        var latencies = latenciesOf("endpoint", top.stream().map(Group::name).toList());
        return top.stream().map(group -> new Endpoint(group.name(), group.sums().requests(), group.sums().errors(),
                group.sums().averageLatency(), LatencyScale.percentile(latencies.get(group.name()), 95))).toList();
    }

    /** By quantity. */
    List<Group> mostUsed(String column, int atMost) {
        return groups(column, "ORDER BY amount DESC, calls DESC, " + column + " LIMIT " + atMost);
    }

    private List<Group> groups(String column, String order) {
        return scope.select(handle, column + ", " + SUMS, HOURS, "GROUP BY " + column + " " + order)
                .map((row, context) -> new Group(row.getString(1), sums(row, 2))).list();
    }

    /** Calls by latency bucket. */
    SortedMap<Integer, Long> latencies() {
        var latencies = new TreeMap<Integer, Long>();
        scope.select(handle, "bucket, SUM(requests)", LATENCIES, "GROUP BY bucket")
                .map((row, context) -> Map.entry(row.getInt(1), row.getLong(2)))
                .forEach(entry -> latencies.put(entry.getKey(), entry.getValue()));
        return latencies;
    }

    /** The same for each of these values of a column; empty for those that nobody waited for. */
    Map<String, SortedMap<Integer, Long>> latenciesOf(String column, List<String> names) {
        var latencies = new HashMap<String, SortedMap<Integer, Long>>();
        names.forEach(name -> latencies.put(name, new TreeMap<>()));
        if (!names.isEmpty()) {
            scope.select(handle, column + ", bucket, SUM(requests)", LATENCIES,
                    "AND " + column + " IN (<names>) GROUP BY " + column + ", bucket").bindList("names", names)
                    .map((row, context) -> new Bar(row.getString(1), row.getInt(2), row.getLong(3)))
                    .forEach(bar -> latencies.computeIfAbsent(bar.name(), name -> new TreeMap<>())
                            .merge(bar.bucket(), bar.calls(), Long::sum));
        }
        return latencies;
    }

    /** By meter. */
    Map<String, Long> quantities() {
        var quantities = new TreeMap<String, Long>();
        scope.select(handle, "meter, SUM(quantity)", HOURS, "GROUP BY meter")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> quantities.put(entry.getKey(), entry.getValue()));
        return quantities;
    }

    private static Hour hour(ResultSet row) throws SQLException {
        return new Hour(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getInt(2), sums(row, 3));
    }

    private static Sums sums(ResultSet row, int first) throws SQLException {
        return new Sums(row.getLong(first), row.getLong(first + 1), row.getLong(first + 2), row.getLong(first + 3),
                row.getLong(first + 4), row.getLong(first + 5));
    }

    /** Of a rollup hour and, when asked for by status, of one HTTP status in it. */
    record Hour(Instant at, int status, Sums sums) {
    }

    /** Of everything with that endpoint, model, key, status or operation. */
    record Group(String name, Sums sums) {
        /** Empty where calls had none. */
        String shownName() {
            return name.equals(UsageTally.NO_KEY.toString()) ? "" : name;
        }
    }

    /** Added up. */
    record Sums(long requests, long errors, long tokens, long quantity, long latencySum, long latencyCount) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

        Sums plus(Sums more) {
            return new Sums(requests + more.requests, errors + more.errors, tokens + more.tokens,
                    quantity + more.quantity, latencySum + more.latencySum, latencyCount + more.latencyCount);
        }

        long averageLatency() {
            return latencyCount == 0 ? 0 : (latencySum + latencyCount / 2) / latencyCount;
        }
    }

    private record Bar(String name, int bucket, long calls) {
    }
}

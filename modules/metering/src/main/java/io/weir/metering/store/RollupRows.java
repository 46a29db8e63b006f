package io.weir.metering.store;

import io.weir.metering.api.UsageReports.By;
import io.weir.metering.domain.LatencyCounts;
import io.weir.metering.domain.Rollups.Sums;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Sums over {@code metering_usage_hour} and {@code metering_latency_hour}, added up by the database. */
final class RollupRows implements ReportRows {
    private static final String HOURS = "metering_usage_hour";
    private static final String LATENCIES = "metering_latency_hour";
    private static final String SUMS = "SUM(requests), SUM(errors), SUM(quantity), SUM(overage), SUM(tokens),"
            + " SUM(latency_sum), SUM(latency_count)";
    private final Handle handle;
    private final RollupScope scope;

    RollupRows(Handle handle, RollupScope scope) {
        this.handle = handle;
        this.scope = scope;
    }

    @Override
    public List<Hour> hoursByStatus() {
        if (scope.isEmpty()) {
            return List.of();
        }
        return scope.select(handle, "hour_at, status, " + SUMS, HOURS, "GROUP BY hour_at, status")
                .map((row, context) -> new Hour(StoredRollups.moment(row, 1), row.getInt(2), sums(row, 3))).list();
    }

    @Override
    public List<Group> groups(By by) {
        if (scope.isEmpty()) {
            return List.of();
        }
        var column = column(by);
        var groups = new LinkedHashMap<String, Group>();
        scope.select(handle, column + ", " + SUMS, HOURS, "GROUP BY " + column)
                .map((row, context) -> new Group(row.getString(1), sums(row, 2), new LatencyCounts()))
                .forEach(group -> groups.put(group.name(), group));
        scope.select(handle, column + ", bucket, SUM(requests)", LATENCIES, "GROUP BY " + column + ", bucket")
                .map((row, context) -> new Bar(row.getString(1), row.getInt(2), row.getLong(3)))
                .forEach(bar -> groups.computeIfAbsent(bar.name(), RollupRows::empty).latencies()
                        .add(bar.bucket(), bar.calls()));
        return new ArrayList<>(groups.values());
    }

    /** By meter. */
    Map<String, Long> quantities() {
        var quantities = new TreeMap<String, Long>();
        scope.select(handle, "meter, SUM(quantity)", HOURS, "GROUP BY meter")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> quantities.put(entry.getKey(), entry.getValue()));
        return quantities;
    }

    private static Group empty(String name) {
        return new Group(name, Sums.NONE, new LatencyCounts());
    }

    private static String column(By by) {
        return switch (by) {
            case ENDPOINT -> "endpoint";
            case OPERATION -> "operation";
            case MODEL -> "model";
            case KEY -> "api_key_id";
            case STATUS -> "status";
        };
    }

    static Sums sums(ResultSet row, int first) throws SQLException {
        return new Sums(row.getLong(first), row.getLong(first + 1), row.getLong(first + 2), row.getLong(first + 3),
                row.getLong(first + 4), row.getLong(first + 5), row.getLong(first + 6));
    }

    private record Bar(String name, int bucket, long calls) {
    }
}

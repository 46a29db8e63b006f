package io.weir.metering.store;

import io.weir.metering.api.UsageReports.By;
import io.weir.metering.domain.Cut;
import io.weir.metering.domain.LatencyCounts;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.SummedSpan;
import io.weir.metering.domain.UsageTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** {@code metering_usage_sum}: of whole days where there are any, of hours beside them and for curves. */
final class SummedRows implements ReportRows {
    private static final String FIGURES =
            "requests, errors, quantity, overage, tokens, latency_sum, latency_count";
    private final Handle handle;
    private final AccountScope scope;
    private final SummedSpan span;

    SummedRows(Handle handle, AccountScope scope, SummedSpan span) {
        this.handle = handle;
        this.scope = scope;
        this.span = span;
    }

    @Override
    public List<Hour> hoursByStatus() {
        if (span.hours().isEmpty()) {
            return List.of();
        }
        return select(cut(By.STATUS), "begins_at, name, " + FIGURES,
                "span_hours = 1 AND " + SqlTimes.within("begins_at", span.hours()))
                .map((row, context) -> new Hour(StoredRollups.moment(row, 1), Integer.parseInt(row.getString(2)),
                        RollupRows.sums(row, 3))).list();
    }

    @Override
    public List<Group> groups(By by) {
        if (span.hours().isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Growing>();
        select(cut(by), "name, " + FIGURES + ", latencies",
                "((span_hours = 24 AND " + SqlTimes.within("begins_at", span.days()) + ") OR (span_hours = 1 AND "
                + SqlTimes.within("begins_at", span.besides()) + "))")
                .map((row, context) -> found.computeIfAbsent(row.getString(1), name -> new Growing())
                        .add(RollupRows.sums(row, 2), row.getString(9))).forEach(row -> { });
        var groups = new ArrayList<Group>();
        found.forEach((name, all) -> groups.add(new Group(name, all.sums, all.latencies)));
        return groups;
    }

    private Query select(Cut cut, String columns, String time) {
        return scope.bind(handle.createQuery("SELECT " + columns + " FROM metering_usage_sum FORCE INDEX (PRIMARY)"
                + " WHERE " + AccountScope.CONDITION + " AND cut = :cut AND api_key_id = :ofKey AND " + time))
                .bind("cut", cut.name()).bind("ofKey", scope.apiKey().orElse(UsageTally.NO_KEY));
    }

    private Cut cut(By by) {
        boolean isOfOneKey = scope.apiKey().isPresent();
        return switch (by) {
            case ENDPOINT -> isOfOneKey ? Cut.KEY_ENDPOINT : Cut.ENDPOINT;
            case STATUS -> isOfOneKey ? Cut.KEY_STATUS : Cut.STATUS;
            case OPERATION -> Cut.OPERATION;
            case MODEL -> Cut.MODEL;
            case KEY -> Cut.KEY;
        };
    }

    private static final class Growing {
        private Sums sums = Sums.NONE;
        private final LatencyCounts latencies = new LatencyCounts();

        Growing add(Sums more, String moreLatencies) {
            sums = sums.plus(more);
            latencies.addAll(moreLatencies);
            return this;
        }
    }
}

package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageReports;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.LatencyScale;
import io.weir.metering.domain.SpanBuckets;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Reports from the hourly rollups, never from usage itself. */
@ApplicationScoped
@Transactional
@TenantScoped
public class SqlUsageReports implements UsageReports {
    private static final int MOST_SHARES = 100;
    private final Database database;
    private final Meters meters;

    protected SqlUsageReports() {
        this(null, null);
    }

    @Inject
    public SqlUsageReports(Database database, Meters meters) {
        this.database = database;
        this.meters = meters;
    }

    @Override
    public List<Day> days(TenantId tenant, AccountId account, MeterKey meter, Span span) {
        var buckets = new SpanBuckets(span);
        var days = new TreeMap<LocalDate, RollupRows.Sums>(Comparator.reverseOrder());
        read(RollupScope.ofMeter(new Holder(tenant, account), meter, span), RollupRows::hours)
                .forEach(hour -> days.merge(buckets.dayOfHour(hour.at()), hour.sums(), RollupRows.Sums::plus));
        return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue().requests(),
                day.getValue().tokens(), day.getValue().quantity())).toList();
    }

    @Override
    public Overview overview(TenantId tenant, AccountId account, Span span, Optional<UUID> key) {
        var scope = RollupScope.ofMeters(new Holder(tenant, account), meters.of(tenant), span, key);
        return read(scope, rows -> UsageOverview.of(rows, span));
    }

    @Override
    public Overview overviewOfTenant(TenantId tenant, Span span) {
        return read(RollupScope.ofTenant(tenant, span), rows -> UsageOverview.of(rows, span));
    }

    @Override
    public List<Share> breakdown(TenantId tenant, AccountId account, MeterKey meter, Span span, By by) {
        return read(RollupScope.ofMeter(new Holder(tenant, account), meter, span), rows -> shares(rows, column(by)));
    }

    @Override
    public Map<String, Long> totals(TenantId tenant, Span span) {
        return read(RollupScope.ofTenant(tenant, span), RollupRows::quantities);
    }

    private <T> T read(RollupScope scope, Function<RollupRows, T> work) {
        return database.inTransaction().withHandle(handle -> work.apply(new RollupRows(handle, scope)));
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

    private static List<Share> shares(RollupRows rows, String column) {
        var groups = rows.mostUsed(column, MOST_SHARES);
        var latencies = rows.latenciesOf(column, groups.stream().map(RollupRows.Group::name).toList());
        return groups.stream().map(group -> new Share(group.shownName(), group.sums().requests(),
                group.sums().errors(), group.sums().tokens(), group.sums().quantity(),
                latency(group.sums(), latencies.get(group.name())))).toList();
    }

    private static Latency latency(RollupRows.Sums sums, SortedMap<Integer, Long> calls) {
        return new Latency(sums.averageLatency(), LatencyScale.percentile(calls, 50),
                LatencyScale.percentile(calls, 95), LatencyScale.percentile(calls, 99));
    }
}

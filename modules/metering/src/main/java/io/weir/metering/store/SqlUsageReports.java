package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageReports;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.SpanBuckets;
import io.weir.metering.domain.Stretch;
import io.weir.metering.domain.SummedSpan;
import io.weir.metering.store.ReportRows.Group;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Reports from sums and from the hourly rollups, never from usage itself. */
@ApplicationScoped
@Transactional
@TenantScoped
public class SqlUsageReports implements UsageReports {
    private static final int MOST_SHARES = 100;
    private static final Comparator<Group> MOST_USED = Comparator
            .comparing((Group group) -> group.sums().quantity())
            .thenComparing(group -> group.sums().requests()).reversed().thenComparing(Group::name);
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
        var days = new TreeMap<LocalDate, Sums>(Comparator.reverseOrder());
        read(ofMeter(tenant, account, meter), span, ReportRows::hoursByStatus)
                .forEach(hour -> days.merge(buckets.dayOfHour(hour.at()), hour.sums(), Sums::plus));
        return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue().requests(),
                day.getValue().tokens(), day.getValue().quantity())).toList();
    }

    @Override
    public Overview overview(TenantId tenant, AccountId account, Span span, Optional<UUID> key) {
        var names = meters.of(tenant).stream().map(meter -> meter.key().value()).toList();
        return read(new AccountScope(new Holder(tenant, account), names, key), span,
                rows -> UsageOverview.of(rows, span));
    }

    @Override
    public List<Share> breakdown(TenantId tenant, AccountId account, MeterKey meter, Span span, By by) {
        return shares(read(ofMeter(tenant, account, meter), span, rows -> rows.groups(by)));
    }

    /** Of all accounts, from the rollups alone. */
    @Override
    public Overview overviewOfTenant(TenantId tenant, Span span) {
        return readTenant(tenant, span, rows -> UsageOverview.of(rows, span));
    }

    @Override
    public Map<String, Long> totals(TenantId tenant, Span span) {
        return readTenant(tenant, span, RollupRows::quantities);
    }

    private static AccountScope ofMeter(TenantId tenant, AccountId account, MeterKey meter) {
        return new AccountScope(new Holder(tenant, account), List.of(meter.value()), Optional.empty());
    }

    /** From sums as far as there are any that are right, and from the rollups beyond. */
    private <T> T read(AccountScope scope, Span span, Function<ReportRows, T> work) {
        return database.inTransaction().withHandle(handle -> {
            var parts = parts(handle, scope.holder(), new SpanBuckets(span).rollupHours());
            return work.apply(new SummedRows(handle, scope, parts)
                    .and(new RollupRows(handle, RollupScope.of(scope, parts.open()))));
        });
    }

    /** The line is read first: what it has passed was said to be unsummed by the commit that moved it. */
    private static SummedSpan parts(Handle handle, Holder holder, Stretch hours) {
        try {
            var summedBefore = UnsummedHours.summedBefore(handle.getConnection(), holder.tenant());
            return new SummedSpan(hours, summedBefore.orElse(Instant.MIN),
                    UnsummedHours.of(handle.getConnection(), holder, hours));
        } catch (SQLException e) {
            throw new IllegalStateException("sums cannot be found now", e);
        }
    }

    private <T> T readTenant(TenantId tenant, Span span, Function<RollupRows, T> work) {
        return database.inTransaction().withHandle(handle -> work.apply(new RollupRows(handle,
                RollupScope.ofTenant(tenant, new SpanBuckets(span).rollupHours()))));
    }

    /** By quantity. */
    private static List<Share> shares(List<Group> groups) {
        return groups.stream().sorted(MOST_USED).limit(MOST_SHARES)
                .map(group -> new Share(group.shownName(), group.sums().requests(), group.sums().errors(),
                        group.sums().tokens(), group.sums().quantity(), latency(group))).toList();
    }

    private static Latency latency(Group group) {
        var latencies = group.latencies();
        return new Latency(group.sums().averageLatency(), latencies.percentile(50), latencies.percentile(95),
                latencies.percentile(99));
    }
}

package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageReports;
import io.weir.metering.domain.Holder;
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
import java.util.TreeMap;

/** Reports from the hourly rollups, never from usage itself. */
@ApplicationScoped
@Transactional
@TenantScoped
public class SqlUsageReports implements UsageReports {
    private final Database database;

    protected SqlUsageReports() {
        this(null);
    }

    @Inject
    public SqlUsageReports(Database database) {
        this.database = database;
    }

    @Override
    public List<Day> days(TenantId tenant, AccountId account, MeterKey meter, Span span) {
        var buckets = new SpanBuckets(span);
        var days = new TreeMap<LocalDate, Day>(Comparator.reverseOrder());
        var hours = database.inTransaction()
                .withHandle(handle -> new RollupRows(handle, new Holder(tenant, account), span).hoursOf(meter));
        for (var hour : hours) {
            var date = buckets.dayOfHour(hour.at());
            days.merge(date, new Day(date, hour.requests(), hour.tokens(), hour.quantity()), SqlUsageReports::sum);
        }
        return List.copyOf(days.values());
    }

    @Override
    public Overview overview(TenantId tenant, AccountId account, Span span) {
        return database.inTransaction().withHandle(handle -> {
            var rows = new RollupRows(handle, new Holder(tenant, account), span);
            return new Overview(rows.totals(), series(rows, span), rows.topEndpoints(), rows.statusCodes());
        });
    }

    @Override
    public Map<String, Long> totals(TenantId tenant, Span span) {
        return database.inTransaction().withHandle(handle -> RollupRows.quantities(handle, tenant, span));
    }

    private static List<Bucket> series(RollupRows rows, Span span) {
        var buckets = new SpanBuckets(span);
        var byLabel = new TreeMap<String, Bucket>();
        buckets.labels().forEach(label -> byLabel.put(label, new Bucket(label, 0, 0)));
        rows.hours().forEach(hour -> {
            var label = buckets.labelOf(hour.at());
            byLabel.merge(label, new Bucket(label, hour.requests(), hour.errors()), SqlUsageReports::sum);
        });
        return List.copyOf(byLabel.values());
    }

    private static Day sum(Day one, Day other) {
        return new Day(one.date(), one.requests() + other.requests(), one.tokens() + other.tokens(),
                one.quantity() + other.quantity());
    }

    private static Bucket sum(Bucket one, Bucket other) {
        return new Bucket(one.bucket(), one.requests() + other.requests(), one.errors() + other.errors());
    }
}

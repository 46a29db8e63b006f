package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageLog.Entry;
import io.weir.metering.api.UsageLog.Query;
import io.weir.metering.domain.LogWindow;
import io.weir.metering.domain.Stretch;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * {@code metering_usage} by time and id, some rows at a time. Only ranges of its key (tenant, account, time) are read:
 * of one account the whole span, otherwise the hours and accounts that the rollups name.
 */
@ApplicationScoped
@Transactional
@TenantScoped
public class UsageRows {
    private static final int HOURS_AT_ONCE = 200;
    private static final int ACCOUNTS_AT_ONCE = 1000;
    private static final int LEAST_CALLS = 1000;
    private static final String COLUMNS = "id, account_id, meter, used_at, quantity, overage, endpoint, operation,"
            + " model, status, latency_ms, tokens, api_key_id";
    private final Database database;
    private final Meters meters;

    protected UsageRows() {
        this(null, null);
    }

    @Inject
    public UsageRows(Database database, Meters meters) {
        this.database = database;
        this.meters = meters;
    }

    /** The first rows of the query's span, in the seek's order, that lie behind its place. */
    public List<Entry> read(TenantId tenant, Query query, UsageSeek seek) {
        var names = meters.of(tenant).stream().map(meter -> meter.key().value()).toList();
        var filter = new UsageFilter(tenant, query, names);
        var ahead = seek.ahead(new Stretch(query.from(), query.until()));
        return database.inTransaction().withHandle(handle -> {
            if (filter.isKeyOnly()) {
                var account = query.account().orElseThrow().value();
                return window(handle, filter, List.of(new Range(ahead, List.of(account))), seek);
            }
            return walk(handle, filter, ahead, seek);
        });
    }

    private static List<Entry> walk(Handle handle, UsageFilter filter, Stretch span, UsageSeek seek) {
        var found = new ArrayList<Entry>();
        var ahead = span;
        while (!ahead.isEmpty()) {
            var hours = filter.busyHours(handle, ahead, seek.order().newestFirst(), HOURS_AT_ONCE);
            for (var window : LogWindow.of(hours, ahead, seek.order().newestFirst(),
                    Math.max(LEAST_CALLS, seek.atMost()))) {
                found.addAll(window(handle, filter, ranges(handle, filter, window), seek.less(found.size())));
                if (found.size() >= seek.atMost()) {
                    return found;
                }
            }
            if (hours.size() < HOURS_AT_ONCE) {
                return found;
            }
            ahead = seek.behind(hours.get(hours.size() - 1).at(), ahead);
        }
        return found;
    }

    private static List<Range> ranges(Handle handle, UsageFilter filter, LogWindow window) {
        var hours = window.stretches().stream().map(Stretch::hour).distinct().toList();
        var accounts = filter.accounts(handle, hours);
        var ranges = new ArrayList<Range>();
        for (var stretch : window.stretches()) {
            var ofHour = accounts.getOrDefault(stretch.hour(), List.of());
            for (int first = 0; first < ofHour.size(); first += ACCOUNTS_AT_ONCE) {
                ranges.add(new Range(stretch,
                        ofHour.subList(first, Math.min(ofHour.size(), first + ACCOUNTS_AT_ONCE))));
            }
        }
        return ranges;
    }

    /** One query for all: the database reads each range by itself, and brings them in order. */
    private static List<Entry> window(Handle handle, UsageFilter filter, List<Range> ranges, UsageSeek seek) {
        if (ranges.isEmpty()) {
            return List.of();
        }
        var selects = ranges.stream().map(range -> select(filter, range, seek)).toList();
        var sql = selects.size() == 1 ? selects.get(0)
                : "SELECT * FROM ((" + String.join(") UNION ALL (", selects) + ")) AS found" + seek.ordered();
        var query = filter.bind(handle.createQuery(sql)).bind("atMost", seek.atMost());
        seek.after().ifPresent(after -> query.bind("after", after.at()).bind("afterId", after.id()));
        return query.map((row, context) -> entry(row)).list();
    }

    private static String select(UsageFilter filter, Range range, UsageSeek seek) {
        var text = new SqlText("SELECT " + COLUMNS + " FROM metering_usage FORCE INDEX (PRIMARY)"
                + " WHERE tenant_id = :tenant AND account_id IN ").ids(range.accounts())
                .sql(" AND used_at >= ").moment(range.time().from())
                .sql(" AND used_at < ").moment(range.time().until());
        return text.sql(filter.condition()).sql(seek.beyond()).sql(seek.ordered()).toString();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(UUID.fromString(row.getString(1)), AccountId.of(row.getString(2)),
                new MeterKey(row.getString(3)), row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong(5), row.getLong(6), row.getString(7), Optional.ofNullable(row.getString(8)),
                Optional.ofNullable(row.getString(9)), row.getInt(10),
                Optional.ofNullable(row.getObject(11, Integer.class)), row.getLong(12),
                Optional.ofNullable(row.getString(13)).map(UUID::fromString));
    }

    private record Range(Stretch time, List<UUID> accounts) {
    }
}

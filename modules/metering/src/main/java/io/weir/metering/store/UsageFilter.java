package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.UsageLog;
import io.weir.metering.domain.LogWindow.BusyHour;
import io.weir.metering.domain.Stretch;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What a query of the usage log asks for, as conditions. Everything that it can ask for is also a column of the
 * rollups, so they say in which hours, and of which accounts, there is anything to be found.
 */
final class UsageFilter {
    private final UsageLog.Query query;
    private final List<String> meters;
    private final Map<String, Object> values = new HashMap<>();
    private final StringBuilder condition = new StringBuilder();

    /** @param meters every meter of the tenant: with an account they make ranges of the rollups' key */
    UsageFilter(TenantId tenant, UsageLog.Query query, List<String> meters) {
        this.query = query;
        this.meters = query.account().isPresent() && query.meter().isEmpty() ? meters : List.of();
        values.put("tenant", tenant);
        query.meter().ifPresent(meter -> narrow("meter", meter.value()));
        query.endpoint().ifPresent(endpoint -> narrow("endpoint", endpoint));
        query.model().ifPresent(model -> narrow("model", model));
        query.key().ifPresent(key -> narrow("api_key_id", key));
    }

    /** On one account without anything else asked, the clustered key alone finds everything in order. */
    boolean isKeyOnly() {
        return query.account().isPresent() && condition.isEmpty();
    }

    /** The narrowing columns, which usage and rollups have in common; begins with AND, or is empty. */
    String condition() {
        return condition.toString();
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        values.forEach(statement::bind);
        return statement;
    }

    List<BusyHour> busyHours(Handle handle, Stretch within, boolean newestFirst, int atMost) {
        var sql = "SELECT hour_at, SUM(requests) FROM metering_usage_hour" + rollups()
                + " AND hour_at >= :from AND hour_at < :until" + condition
                + " GROUP BY hour_at ORDER BY hour_at" + (newestFirst ? " DESC" : "") + " LIMIT :atMost";
        var statement = bind(handle.createQuery(sql)).bind("atMost", atMost)
                .bind("from", within.from().truncatedTo(ChronoUnit.HOURS)).bind("until", within.until());
        query.account().ifPresent(account -> statement.bind("account", account));
        return (meters.isEmpty() ? statement : statement.bindList("meters", meters))
                .map((row, context) -> new BusyHour(moment(row.getObject(1, LocalDateTime.class)), row.getLong(2)))
                .list();
    }

    /** Who used something in these hours. */
    Map<Instant, List<UUID>> accounts(Handle handle, List<Instant> hours) {
        var accounts = new TreeMap<Instant, List<UUID>>();
        if (query.account().isPresent()) {
            hours.forEach(hour -> accounts.put(hour, List.of(query.account().get().value())));
            return accounts;
        }
        bind(handle.createQuery("SELECT DISTINCT hour_at, account_id FROM metering_usage_hour"
                + " WHERE tenant_id = :tenant AND hour_at IN (<hours>)" + condition)).bindList("hours", hours)
                .map((row, context) -> Map.entry(moment(row.getObject(1, LocalDateTime.class)),
                        UUID.fromString(row.getString(2))))
                .forEach(found -> accounts.computeIfAbsent(found.getKey(), hour -> new ArrayList<>())
                        .add(found.getValue()));
        return accounts;
    }

    private String rollups() {
        if (query.account().isEmpty()) {
            return " FORCE INDEX (metering_usage_hour_of_tenant) WHERE tenant_id = :tenant";
        }
        return " FORCE INDEX (PRIMARY) WHERE tenant_id = :tenant AND account_id = :account"
                + (meters.isEmpty() ? "" : " AND meter IN (<meters>)");
    }

    private void narrow(String column, Object value) {
        condition.append(" AND ").append(column).append(" = :").append(column);
        values.put(column, value);
    }

    private static Instant moment(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}

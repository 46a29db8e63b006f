package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageReports.Span;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.SpanBuckets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Which rows of the two rollup tables a report reads. Both tables have the same key: tenant, account, meter, hour. An
 * account's rows are asked for with every meter by name, so that they are one short range of that key for each meter,
 * however long the account has been a customer; a tenant's are a range of the index by hour.
 */
final class RollupScope {
    private static final String SPAN = " AND hour_at >= :from AND hour_at < :until";
    private final String index;
    private final String condition;
    private final Span span;
    private final Map<String, Object> values;
    private final List<String> meters;

    private RollupScope(String index, String condition, Span span, Map<String, Object> values, List<String> meters) {
        this.index = index;
        this.condition = condition;
        this.span = span;
        this.values = values;
        this.meters = meters;
    }

    static RollupScope ofMeter(Holder holder, MeterKey meter, Span span) {
        return ofAccount(holder, List.of(meter.value()), span, Optional.empty());
    }

    /** @param meters everything that the tenant counts */
    static RollupScope ofMeters(Holder holder, List<Meter> meters, Span span, Optional<UUID> apiKey) {
        return ofAccount(holder, meters.stream().map(meter -> meter.key().value()).toList(), span, apiKey);
    }

    private static RollupScope ofAccount(Holder holder, List<String> meters, Span span, Optional<UUID> apiKey) {
        var values = new HashMap<String, Object>(Map.of("tenant", holder.tenant(), "account", holder.account()));
        apiKey.ifPresent(key -> values.put("apiKey", key));
        // An empty list is no SQL; no meter has an empty name.
        var named = meters.isEmpty() ? List.of("") : meters;
        return new RollupScope(" FORCE INDEX (PRIMARY)", " WHERE tenant_id = :tenant AND account_id = :account"
                + " AND meter IN (<meters>)" + SPAN + (apiKey.isPresent() ? " AND api_key_id = :apiKey" : ""),
                span, values, named);
    }

    static RollupScope ofTenant(TenantId tenant, Span span) {
        return new RollupScope("", " WHERE tenant_id = :tenant" + SPAN, span, Map.of("tenant", tenant),
                List.of());
    }

    /** {@code SELECT columns FROM table} of these rows, {@code rest} beginning with AND or GROUP. */
    Query select(Handle handle, String columns, String table, String rest) {
        var query = handle.createQuery("SELECT " + columns + " FROM " + table + index + condition + " " + rest)
                .bind("from", new SpanBuckets(span).firstHour()).bind("until", span.until());
        values.forEach(query::bind);
        return meters.isEmpty() ? query : query.bindList("meters", meters);
    }
}

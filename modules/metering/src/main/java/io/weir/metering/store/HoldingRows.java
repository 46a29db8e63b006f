package io.weir.metering.store;

import io.weir.metering.api.Allowances.GrantKind;
import io.weir.metering.api.Allowances.Granted;
import io.weir.metering.api.Allowances.Holding;
import io.weir.metering.api.Meter;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.HoldingOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** One account's allowances with their grants, for people to look at. */
final class HoldingRows {
    private static final int MOST_ENDED = 50;
    private static final String ALLOWANCES = "SELECT " + LockSql.ALLOWANCE_COLUMNS + ", source FROM metering_allowance"
            + " WHERE tenant_id = :tenant AND account_id = :account AND ";
    private final Handle handle;
    private final Holder holder;

    HoldingRows(Handle handle, Holder holder) {
        this.handle = handle;
        this.holder = holder;
    }

    List<Held> at(Instant now) {
        var rows = new ArrayList<AllowanceRows.Row>();
        rows.addAll(read(handle.createQuery(ALLOWANCES + "(ends_at IS NULL OR ends_at > :now)").bind("now", now)));
        rows.addAll(read(handle.createQuery(ALLOWANCES + "ends_at <= :now ORDER BY ends_at DESC LIMIT " + MOST_ENDED)
                .bind("now", now)));
        return held(rows, now);
    }

    List<Held> of(String source, Instant now) {
        return held(read(handle.createQuery(ALLOWANCES + "source = :source").bind("source", source)), now);
    }

    private List<Held> held(List<AllowanceRows.Row> rows, Instant now) {
        var grants = grants(rows);
        var order = HoldingOrder.at(now);
        return rows.stream().sorted((one, other) -> order.compare(one.allowance(), other.allowance()))
                .map(row -> new Held(row.allowance(), row.source(), grants.getOrDefault(row.id(), List.of()))).toList();
    }

    private List<AllowanceRows.Row> read(Query query) {
        return ours(query)
                .map((row, context) -> new AllowanceRows.Row(LockedRows.allowance(row), row.getString(15))).list();
    }

    private Map<UUID, List<Granted>> grants(List<AllowanceRows.Row> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return ours(handle.createQuery("""
                SELECT id, allowance_id, quantity, kind, source, granted_at, note FROM metering_grant
                WHERE tenant_id = :tenant AND account_id = :account AND allowance_id IN (<allowances>)
                ORDER BY granted_at, id"""))
                .bindList("allowances", rows.stream().map(row -> row.id().toString()).toList())
                .map(HoldingRows::grant).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Map.Entry<UUID, Granted> grant(ResultSet row, StatementContext context) throws SQLException {
        return Map.entry(UUID.fromString(row.getString(2)),
                new Granted(UUID.fromString(row.getString(1)), row.getLong(3), GrantKind.valueOf(row.getString(4)),
                        row.getString(5), Columns.moment(row, 6).orElseThrow(), Optional.ofNullable(row.getString(7))));
    }

    private <S extends SqlStatement<S>> S ours(S statement) {
        return statement.bind("tenant", holder.tenant()).bind("account", holder.account());
    }

    /** An allowance, who opened it, and its grants, oldest first. */
    record Held(Allowance allowance, String source, List<Granted> grants) {
        Holding holding(Meter meter, Instant now) {
            var figures = allowance.figures();
            var lifetime = allowance.lifetime();
            return new Holding(allowance.id(), meter, figures.granted(), figures.used(), figures.reserved(),
                    figures.overage(), figures.rule(), lifetime.startsAt(), lifetime.endsAt(),
                    HoldingOrder.state(lifetime, now), source, grants);
        }
    }
}

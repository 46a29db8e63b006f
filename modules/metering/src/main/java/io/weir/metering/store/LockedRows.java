package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Figures;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Lifetime;
import io.weir.metering.domain.Part;
import io.weir.metering.domain.Reservation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what {@link LockSql} selects, column by column. */
final class LockedRows {
    private LockedRows() {
    }

    static List<Allowance> allowances(ResultSet rows) throws SQLException {
        var allowances = new ArrayList<Allowance>();
        while (rows.next()) {
            allowances.add(allowance(rows));
        }
        return allowances;
    }

    static Allowance allowance(ResultSet row) throws SQLException {
        var lifetime = new Lifetime(moment(row, 8).orElseThrow(), moment(row, 9), moment(row, 10), moment(row, 11),
                moment(row, 12).orElseThrow());
        return new Allowance(id(row, 4), holder(row), new MeterKey(row.getString(3)), lifetime,
                new Figures(row.getLong(5), row.getLong(6), row.getLong(7)));
    }

    static List<Reservation> reservations(ResultSet rows) throws SQLException {
        Map<Reservation.Terms, List<Part>> parts = new LinkedHashMap<>();
        Map<Reservation.Terms, Ending> endings = new LinkedHashMap<>();
        while (rows.next()) {
            var terms = new Reservation.Terms(holder(rows), id(rows, 3), new MeterKey(rows.getString(4)),
                    rows.getLong(5), moment(rows, 7).orElseThrow());
            parts.computeIfAbsent(terms, t -> new ArrayList<>()).add(new Part(id(rows, 11), rows.getLong(12)));
            if (!endings.containsKey(terms)) {
                endings.put(terms, ending(rows, terms.meter()));
            }
        }
        return endings.entrySet().stream()
                .map(e -> e.getValue().of(e.getKey(), parts.get(e.getKey()))).toList();
    }

    private static Ending ending(ResultSet row, MeterKey meter) throws SQLException {
        var state = Reservation.State.valueOf(row.getString(6));
        Optional<Settlement> settlement = state == Reservation.State.COMMITTED
                ? Optional.of(new Settlement(id(row, 8), meter, row.getLong(9), row.getLong(10)))
                : Optional.empty();
        return new Ending(state, settlement);
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(new TenantId(id(row, 1)), new AccountId(id(row, 2)));
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(utc -> utc.toInstant(ZoneOffset.UTC));
    }

    private record Ending(Reservation.State state, Optional<Settlement> settlement) {
        Reservation of(Reservation.Terms terms, List<Part> parts) {
            return new Reservation(terms, parts, state, settlement);
        }
    }
}

package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.metering.api.Settlement;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.EventKey;
import io.weir.metering.domain.Figures;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.KnownEvent;
import io.weir.metering.domain.Lifetime;
import io.weir.metering.domain.Part;
import io.weir.metering.domain.Remembered;
import io.weir.metering.domain.Reservation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** Reads what {@link LockSql} selects, column by column. */
final class LockedRows {
    private LockedRows() {
    }

    static Accounts accounts(ResultSet rows) throws SQLException {
        var allowances = new ArrayList<Allowance>();
        var remembered = new LinkedHashSet<Remembered>();
        while (rows.next()) {
            var allowance = allowance(rows);
            allowances.add(allowance);
            remembered(rows, allowance).ifPresent(remembered::add);
        }
        return new Accounts(allowances, List.copyOf(remembered));
    }

    private static Optional<Remembered> remembered(ResultSet row, Allowance allowance) throws SQLException {
        int level = row.getInt(19);
        if (row.wasNull()) {
            return Optional.empty();
        }
        long most = row.getLong(15);
        var cap = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(most);
        return Optional.of(new Remembered(allowance.holder(), allowance.meter(), cap, row.getLong(16), moment(row, 17),
                Optional.ofNullable(row.getString(18)), level));
    }

    static Allowance allowance(ResultSet row) throws SQLException {
        var lifetime = new Lifetime(moment(row, 8).orElseThrow(), moment(row, 9), moment(row, 10), moment(row, 11),
                moment(row, 12).orElseThrow());
        return new Allowance(id(row, 4), holder(row), new MeterKey(row.getString(3)), lifetime,
                new Figures(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(13), overage(row)));
    }

    private static Overage overage(ResultSet row) throws SQLException {
        int percent = row.getInt(14);
        return row.wasNull() ? Overage.ALLOW : new Overage(OptionalInt.of(percent));
    }

    static List<Reservation> reservations(ResultSet rows) throws SQLException {
        Map<Reservation.Terms, List<Part>> parts = new LinkedHashMap<>();
        Map<Reservation.Terms, Ending> endings = new LinkedHashMap<>();
        while (rows.next()) {
            var terms = new Reservation.Terms(holder(rows), id(rows, 3), Optional.ofNullable(rows.getString(4)),
                    moment(rows, 5).orElseThrow(), moment(rows, 6).orElseThrow());
            parts.computeIfAbsent(terms, t -> new ArrayList<>())
                    .add(new Part(new MeterKey(rows.getString(9)), id(rows, 10), rows.getLong(11)));
            if (!endings.containsKey(terms)) {
                endings.put(terms, ending(rows, terms.id()));
            }
        }
        return endings.entrySet().stream()
                .map(e -> e.getValue().of(e.getKey(), parts.get(e.getKey()))).toList();
    }

    private static Ending ending(ResultSet row, UUID reservation) throws SQLException {
        return new Ending(Reservation.State.valueOf(row.getString(7)),
                Optional.ofNullable(row.getString(8)).map(text -> SettlementText.read(reservation, text)));
    }

    static List<KnownEvent> events(ResultSet rows) throws SQLException {
        var events = new ArrayList<KnownEvent>();
        while (rows.next()) {
            events.add(new KnownEvent(holder(rows), new EventKey(rows.getString(3).toLowerCase(Locale.ROOT)),
                    rows.getString(4).toLowerCase(Locale.ROOT), id(rows, 5)));
        }
        return events;
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(new TenantId(id(row, 1)), new AccountId(id(row, 2)));
    }

    /** The one number of a query's one row. */
    static long number(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new IllegalStateException("a row is missing");
        }
        return rows.getLong(1);
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(utc -> utc.toInstant(ZoneOffset.UTC));
    }

    /** Allowances, and what is remembered of their meters. */
    record Accounts(List<Allowance> allowances, List<Remembered> remembered) {
    }

    private record Ending(Reservation.State state, Optional<Settlement> settlement) {
        Reservation of(Reservation.Terms terms, List<Part> parts) {
            return new Reservation(terms, parts, state, settlement);
        }
    }
}

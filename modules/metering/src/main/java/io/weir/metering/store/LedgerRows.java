package io.weir.metering.store;

import io.weir.metering.api.Ledger;
import io.weir.metering.api.Ledger.Type;
import io.weir.metering.api.MeterKey;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.LedgerLine;
import io.weir.metering.domain.RunningBalance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The entries of one account's meter, from all their sources. */
final class LedgerRows implements RunningBalance.Gaps {
    private final Handle handle;
    private final Holder holder;
    private final MeterKey meter;
    private final Instant now;

    LedgerRows(Handle handle, Holder holder, MeterKey meter, Instant now) {
        this.handle = handle;
        this.holder = holder;
        this.meter = meter;
        this.now = now;
    }

    /** Newest first: as many of each source as the page could need. */
    List<LedgerLine> page(Ledger.Query wanted, int offset, int limit) {
        return newest(wanted, Optional.empty(), offset + limit).skip(offset).limit(limit).toList();
    }

    List<LedgerLine> older(Ledger.Query wanted, Optional<Ledger.Entry> than, int most) {
        return newest(wanted, than, most).limit(most).toList();
    }

    private Stream<LedgerLine> newest(Ledger.Query wanted, Optional<Ledger.Entry> behind, int most) {
        return sources(wanted.type()).flatMap(source -> {
            var query = within(source.newest(wanted, behind.isPresent()), wanted).bind("atMost", most);
            behind.ifPresent(entry -> query.bind("before", entry.at()).bind("beforeId", entry.id()));
            return query.map(LedgerRows::line).list().stream();
        }).sorted(LedgerLine.NEWEST_FIRST);
    }

    long count(Ledger.Query wanted) {
        return sources(wanted.type()).mapToLong(source -> within(source.count(wanted), wanted).mapTo(Long.class).one())
                .sum();
    }

    private Query within(String sql, Ledger.Query wanted) {
        var query = ours(sql);
        wanted.from().ifPresent(from -> query.bind("from", from));
        wanted.until().ifPresent(until -> query.bind("until", until));
        return query;
    }

    /** Granted minus used of everything open. */
    long balance() {
        return new AllowanceRows(handle, holder).openAt(now).stream()
                .filter(allowance -> allowance.meter().equals(meter))
                .mapToLong(allowance -> allowance.figures().granted() - allowance.figures().used()).sum();
    }

    @Override
    public Optional<LedgerLine> nextRecorded(LedgerLine older, Optional<LedgerLine> newer) {
        return Stream.of(LedgerSource.GRANT, LedgerSource.USAGE)
                .flatMap(source -> between(source.nextRecorded(newer.isPresent()), older, newer)
                        .map(LedgerRows::line).findOne().stream())
                .max(LedgerLine.NEWEST_FIRST);
    }

    @Override
    public long unrecorded(LedgerLine older, Optional<LedgerLine> newer) {
        return Arrays.stream(LedgerSource.values())
                .mapToLong(source -> between(source.unrecordedSum(newer.isPresent()), older, newer)
                        .mapTo(Long.class).one())
                .sum();
    }

    private Query between(String sql, LedgerLine older, Optional<LedgerLine> newer) {
        var query = ours(sql).bind("after", older.at()).bind("afterId", older.id());
        newer.ifPresent(line -> query.bind("before", line.at()).bind("beforeId", line.id()));
        return query;
    }

    private Query ours(String sql) {
        var query = handle.createQuery(sql).bind("tenant", holder.tenant()).bind("account", holder.account())
                .bind("meter", meter.value());
        return sql.contains(":now") ? query.bind("now", now) : query;
    }

    private static Stream<LedgerSource> sources(Optional<Type> type) {
        return Arrays.stream(LedgerSource.values()).filter(source -> source.has(type));
    }

    private static LedgerLine line(ResultSet row, StatementContext context) throws SQLException {
        return new LedgerLine(UUID.fromString(row.getString(1)), LedgerSource.type(row.getString(2)), row.getLong(3),
                Columns.number(row, 4), Columns.moment(row, 5).orElseThrow(), Optional.ofNullable(row.getString(6)));
    }
}

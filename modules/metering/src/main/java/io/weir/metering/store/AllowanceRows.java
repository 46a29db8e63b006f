package io.weir.metering.store;

import io.weir.kernel.api.Period;
import io.weir.metering.api.Allowances.Grant;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Holder;
import io.weir.platform.api.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** One account's rows of {@code metering_allowance} and {@code metering_grant}, within a transaction. */
final class AllowanceRows {
    private static final String OF_SOURCE = " WHERE tenant_id = :tenant AND account_id = :account AND source = :source";
    private final Handle handle;
    private final Holder holder;

    AllowanceRows(Handle handle, Holder holder) {
        this.handle = handle;
        this.holder = holder;
    }

    /** All of them, in key order. */
    List<Row> lock() {
        return ours(handle.createQuery("SELECT " + LockSql.ALLOWANCE_COLUMNS + """
                , source FROM metering_allowance FORCE INDEX (PRIMARY)
                WHERE tenant_id = :tenant AND account_id = :account
                ORDER BY tenant_id, account_id, meter, id FOR UPDATE"""))
                .map((row, context) -> new Row(LockedRows.allowance(row), row.getString(15))).list();
    }

    List<Allowance> openAt(Instant now) {
        return ours(handle.createQuery("SELECT " + LockSql.ALLOWANCE_COLUMNS + " FROM metering_allowance"
                + " WHERE tenant_id = :tenant AND account_id = :account AND (ends_at IS NULL OR ends_at > :now)"))
                .bind("now", now)
                .map((row, context) -> LockedRows.allowance(row)).list().stream()
                .filter(allowance -> allowance.lifetime().openAt(now)).toList();
    }

    /** False when there is one of that source already: the unique key decides between two that come at once. */
    boolean insert(UUID id, Grant grant, Period period, Overage overage, Instant now) {
        var percent = overage.percent().isPresent() ? Integer.valueOf(overage.percent().getAsInt()) : null;
        ours(handle.createUpdate("""
                INSERT INTO metering_allowance (tenant_id, account_id, meter, id, granted, used, reserved, starts_at,
                                                ends_at, source, created_at, overage_percent)
                VALUES (:tenant, :account, :meter, :id, :quantity, 0, 0, :from, :until, :source, :now, :percent)
                ON DUPLICATE KEY UPDATE source = VALUES(source)"""))
                .bind("meter", grant.meter().value()).bind("id", id).bind("quantity", grant.quantity())
                .bind("from", period.from()).bindByType("until", period.until().orElse(null), Instant.class)
                .bind("source", grant.source()).bind("now", now).bindByType("percent", percent, Integer.class)
                .execute();
        return ours(handle.createQuery("SELECT id FROM metering_allowance" + OF_SOURCE + " AND meter = :meter"))
                .bind("source", grant.source()).bind("meter", grant.meter().value())
                .mapTo(UUID.class).one().equals(id);
    }

    boolean hasGrant(Grant grant) {
        var found = ours(handle.createQuery("SELECT id FROM metering_grant" + OF_SOURCE + " AND meter = :meter"))
                .bind("source", grant.source()).bind("meter", grant.meter().value());
        return found.mapTo(UUID.class).findOne().isPresent();
    }

    void book(Booking booking) {
        var grant = booking.grant();
        ours(handle.createUpdate("""
                INSERT INTO metering_grant (tenant_id, account_id, meter, id, allowance_id, quantity, kind,
                                            source, granted_at, note, balance_after)
                VALUES (:tenant, :account, :meter, :id, :allowance, :quantity, :kind, :source, :now, :note,
                        :balance)"""))
                .bind("meter", grant.meter().value()).bind("id", Ids.next()).bind("allowance", booking.allowance())
                .bind("quantity", grant.quantity()).bind("kind", grant.kind().name()).bind("source", grant.source())
                .bind("now", booking.at()).bind("note", booking.note().orElse(null))
                .bind("balance", booking.balanceAfter())
                .execute();
    }

    /** By that many units, or lowers it. */
    void raise(Allowance target, long quantity) {
        ours(handle.createUpdate("UPDATE metering_allowance SET granted = granted + :quantity"
                + " WHERE tenant_id = :tenant AND account_id = :account AND meter = :meter AND id = :id"))
                .bind("quantity", quantity).bind("meter", target.meter().value()).bind("id", target.id())
                .execute();
    }

    /** A rest that begins while another runs, or as it ends, carries that one on; otherwise it takes its place. */
    void rest(String source, Period period) {
        ours(handle.createUpdate("""
                UPDATE metering_allowance SET
                  rests_from = CASE WHEN rests_from <= :from AND (rests_until IS NULL OR rests_until >= :from)
                               THEN rests_from ELSE :from END,
                  rests_until = :until""" + OF_SOURCE))
                .bind("source", source).bind("from", period.from())
                .bindByType("until", period.until().orElse(null), Instant.class)
                .execute();
    }

    void endAt(String source, Instant end) {
        ours(handle.createUpdate("UPDATE metering_allowance"
                + " SET ends_at = CASE WHEN starts_at > :end THEN starts_at ELSE :end END" + OF_SOURCE))
                .bind("source", source).bind("end", end).execute();
    }

    /** What a grant of that source has added or taken, and where. */
    Optional<Given> given(String source, MeterKey meter) {
        return ours(handle.createQuery("SELECT allowance_id, quantity FROM metering_grant" + OF_SOURCE
                + " AND meter = :meter")).bind("source", source).bind("meter", meter.value())
                .map((row, context) -> new Given(UUID.fromString(row.getString(1)), row.getLong(2))).findOne();
    }

    /** One that has not begun ends as it begins. */
    void end(String source, Instant now) {
        ours(handle.createUpdate("""
                UPDATE metering_allowance
                SET ends_at = CASE WHEN starts_at > :now THEN starts_at ELSE :now END""" + OF_SOURCE
                + " AND (ends_at IS NULL OR ends_at > :now)"))
                .bind("source", source).bind("now", now)
                .execute();
    }

    private <S extends SqlStatement<S>> S ours(S statement) {
        return statement.bind("tenant", holder.tenant()).bind("account", holder.account());
    }

    /** Granted minus used of everything open of a meter. */
    static long balance(List<Row> locked, MeterKey meter, Instant now) {
        return locked.stream().filter(row -> row.isOpenOf(meter, now)).map(row -> row.allowance().figures())
                .mapToLong(figures -> figures.granted() - figures.used()).sum();
    }

    /** A grant's allowance, and its units. */
    record Given(UUID allowance, long quantity) {
    }

    /** A locked allowance and who opened it. */
    record Row(Allowance allowance, String source) {
        boolean isOpenOf(MeterKey meter, Instant now) {
            return allowance.meter().equals(meter) && allowance.lifetime().openAt(now);
        }

        boolean isOf(MeterKey meter, String wanted) {
            return allowance.meter().equals(meter) && source.equals(wanted);
        }

        boolean endedAt(Instant now) {
            return allowance.lifetime().endsAt().map(end -> !now.isBefore(end)).orElse(false);
        }

        UUID id() {
            return allowance.id();
        }

        long granted() {
            return allowance.figures().granted();
        }
    }
}

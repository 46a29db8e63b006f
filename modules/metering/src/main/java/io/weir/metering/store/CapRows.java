package io.weir.metering.store;

import io.weir.kernel.api.Period;
import io.weir.metering.api.MeterKey;
import io.weir.metering.domain.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The caps in one account's rows of {@code metering_account_meter}, within a transaction. */
final class CapRows {
    private static final String OF_METER = " WHERE tenant_id = :tenant AND account_id = :account AND meter = :meter";
    private final Handle handle;
    private final Holder holder;

    CapRows(Handle handle, Holder holder) {
        this.handle = handle;
        this.holder = holder;
    }

    /** The account's allowances first, then the meter's row; answers the cap that is there. */
    Optional<Long> lock(MeterKey meter) {
        new AllowanceRows(handle, holder).lock();
        return ours(handle.createQuery("SELECT cap FROM metering_account_meter" + OF_METER + " FOR UPDATE"), meter)
                .map((row, context) -> Columns.number(row, 1)).findOne().flatMap(cap -> cap);
    }

    /**
     * What was used and is held since the month began. Holds of an earlier month are not in it, because giving them
     * back takes nothing off this month's sum either.
     */
    long spent(MeterKey meter, Period month) {
        long used = ours(handle.createQuery("SELECT COALESCE(SUM(quantity), 0) FROM metering_usage" + OF_METER
                + " AND used_at >= :from"), meter).bind("from", month.from()).mapTo(Long.class).one();
        long held = ours(handle.createQuery("""
                SELECT COALESCE(SUM(p.quantity), 0)
                FROM metering_reservation r JOIN metering_reservation_part p
                  ON p.tenant_id = r.tenant_id AND p.account_id = r.account_id AND p.reservation_id = r.id
                WHERE r.tenant_id = :tenant AND r.account_id = :account AND r.state = 'HELD' AND r.held_at >= :from
                  AND p.meter = :meter"""), meter).bind("from", month.from()).mapTo(Long.class).one();
        return used + held;
    }

    void set(MeterKey meter, long most, long spent, Period month) {
        ours(handle.createUpdate("""
                INSERT INTO metering_account_meter (tenant_id, account_id, meter, cap, spent, spent_month)
                VALUES (:tenant, :account, :meter, :cap, :spent, :month)
                ON DUPLICATE KEY UPDATE
                  cap = VALUES(cap), spent = VALUES(spent), spent_month = VALUES(spent_month)"""), meter)
                .bind("cap", most).bind("spent", spent).bind("month", month.from()).execute();
    }

    /** What the row remembers of alerts stays. */
    void remove(MeterKey meter) {
        ours(handle.createUpdate("UPDATE metering_account_meter SET cap = NULL, spent = 0, spent_month = NULL"
                + OF_METER), meter).execute();
    }

    /** In order of meter. */
    List<Row> all() {
        return handle.createQuery("""
                SELECT meter, cap, spent, spent_month FROM metering_account_meter
                WHERE tenant_id = :tenant AND account_id = :account AND cap IS NOT NULL ORDER BY meter""")
                .bind("tenant", holder.tenant()).bind("account", holder.account())
                .map((row, context) -> new Row(new MeterKey(row.getString(1)), row.getLong(2), row.getLong(3),
                        Columns.moment(row, 4).orElseThrow()))
                .list();
    }

    private <S extends SqlStatement<S>> S ours(S statement, MeterKey meter) {
        return statement.bind("tenant", holder.tenant()).bind("account", holder.account())
                .bind("meter", meter.value());
    }

    /** {@code spent} counts for the month that began at {@code month}. */
    record Row(MeterKey meter, long most, long spent, Instant month) {
    }
}

package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.AccountDay;
import io.weir.metering.domain.AccountHour;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Stretch;
import io.weir.metering.domain.UsageSums;
import io.weir.metering.domain.UsageSums.Width;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Sums up an account's day from its rollups. The rows that say which hours are to be done are locked first and go with
 * the same commit that brings the sums: a run that dies has done nothing, two runs do it one after the other, and who
 * announces another change meanwhile waits, and has it done again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class SummedDays {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String OF_DAY = " WHERE tenant_id = :tenant AND account_id = :account"
            + " AND hour_at >= :from AND hour_at < :until AND due_at <= :now";
    private final Database database;
    private final AuditLog audit;

    protected SummedDays() {
        this(null, null);
    }

    @Inject
    public SummedDays(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Days of which hours are to be summed up by now, those that have waited longest first. */
    public List<AccountDay> due(TenantId tenant, Instant now, int atMost) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT account_id, DATE(hour_at) AS day_at FROM metering_unsummed
                WHERE tenant_id = :tenant AND due_at <= :now
                GROUP BY account_id, day_at ORDER BY MIN(due_at) LIMIT :atMost""")
                .bind("tenant", tenant).bind("now", now).bind("atMost", atMost)
                .map((row, context) -> AccountDay.of(new AccountId(UUID.fromString(row.getString(1))),
                        StoredRollups.moment(row, 2))).list());
    }

    /** Sums up what is due of that day, and the day itself when it is over. */
    public void sumUp(TenantId tenant, AccountDay day, Instant now) {
        database.inTransaction().useHandle(handle -> new Summing(handle, new Holder(tenant, day.account()), day.time())
                .run(now));
    }

    /** Sums up that day again, whatever is there of it. */
    public void mend(TenantId tenant, AccountDay day, long differing, Instant now) {
        var holder = new Holder(tenant, day.account());
        database.inTransaction().useHandle(handle -> {
            var hours = new ArrayList<AccountHour>();
            for (var at = day.midnight(); at.isBefore(day.time().until()); at = at.plus(HOUR)) {
                hours.add(new AccountHour(holder, at));
            }
            UnsummedHours.mark(handle, hours, now);
            new Summing(handle, holder, day.time()).run(now);
        });
        audit.record(tenant, "usage.recomputed", "account/" + day.account(), null,
                Map.of("day", day.midnight(), "rows", differing));
    }

    private record Summing(Handle handle, Holder holder, Stretch day) {
        void run(Instant now) {
            var hours = handle.createQuery("SELECT hour_at FROM metering_unsummed" + OF_DAY + " FOR UPDATE")
                    .bindMap(names(now)).map((row, context) -> StoredRollups.moment(row, 1)).list();
            if (hours.isEmpty()) {
                return;
            }
            try {
                sumUp(hours);
            } catch (SQLException e) {
                throw new IllegalStateException("usage cannot be summed up now", e);
            }
            handle.createUpdate("DELETE FROM metering_unsummed" + OF_DAY).bindMap(names(now)).execute();
        }

        private void sumUp(List<Instant> hours) throws SQLException {
            var connection = handle.getConnection();
            var isOver = UnsummedHours.summedBefore(connection, holder.tenant())
                    .filter(summed -> !day.until().isAfter(summed)).isPresent();
            var rows = new SumRows(holder);
            if (isOver) {
                rows.deleteDay(handle, day);
                rows.write(handle, sums(List.of(day)).all().entrySet());
            } else {
                hours.forEach(hour -> rows.deleteHour(handle, hour));
                var stretches = hours.stream().map(hour -> new Stretch(hour, hour.plus(HOUR))).toList();
                rows.write(handle, sums(stretches).all().entrySet().stream()
                        .filter(row -> row.getKey().width() == Width.HOUR).toList());
            }
        }

        private UsageSums sums(List<Stretch> stretches) throws SQLException {
            var sums = new UsageSums();
            var rollups = new StoredRollups(handle.getConnection(), holder);
            var meters = rollups.meters();
            for (var stretch : stretches) {
                rollups.read(meters, stretch, sums::count, sums::count);
            }
            return sums;
        }

        private Map<String, Object> names(Instant now) {
            return Map.of("tenant", holder.tenant(), "account", holder.account(), "from", day.from(),
                    "until", day.until(), "now", now);
        }
    }
}

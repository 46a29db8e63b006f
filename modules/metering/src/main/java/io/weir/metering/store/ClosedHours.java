package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.AccountHour;
import io.weir.metering.domain.Closing;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Stretch;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Moves the line before which a tenant's hours are summed up. In the transaction that moves it, every account's hour
 * that it passes is said not to be summed up yet, so that a page is right before, meanwhile and after.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class ClosedHours {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String BUSY = " FROM metering_usage_hour FORCE INDEX (metering_usage_hour_of_tenant)"
            + " WHERE tenant_id = :tenant AND hour_at >= :from AND hour_at < :until";
    private final Database database;

    protected ClosedHours() {
        this(null);
    }

    @Inject
    public ClosedHours(Database database) {
        this.database = database;
    }

    /**
     * Closes at most a day. Answers whether there may be more to close.
     * @param hour the tenant's, at this moment of the wall clock
     */
    public boolean closeNext(TenantId tenant, Instant hour, Instant wall) {
        return database.inTransaction().withHandle(handle -> {
            var known = closing(handle, tenant);
            if (known.isEmpty()) {
                write(handle, tenant, Closing.first(firstUsed(handle, tenant, Instant.EPOCH, hour), hour, wall));
                return false;
            }
            var seen = known.get().seen(hour, wall);
            var next = seen.next(wall);
            var after = next.isEmpty() ? seen : seen.closed(close(handle, tenant, seen, next, wall));
            if (!after.equals(known.get())) {
                write(handle, tenant, after);
            }
            return !next.isEmpty();
        });
    }

    /** Answers up to when. Days on which nobody used anything are passed at once. */
    private static Instant close(Handle handle, TenantId tenant, Closing closing, Stretch next, Instant wall) {
        var midnight = next.from().truncatedTo(ChronoUnit.DAYS);
        if (next.from().equals(midnight)) {
            var used = firstUsed(handle, tenant, midnight, closing.closingBefore());
            if (used.isEmpty()) {
                return closing.closingBefore();
            } else if (!used.get().isBefore(next.until())) {
                return used.get().truncatedTo(ChronoUnit.DAYS);
            }
        }
        var passed = new ArrayList<>(busy(handle, tenant, next));
        if (next.until().equals(midnight.plus(1, ChronoUnit.DAYS))) {
            // One hour of each account brings its day with it, which could not be summed up before.
            passed.addAll(ofDay(handle, tenant, new Stretch(midnight, next.until())));
        }
        UnsummedHours.mark(handle, passed, wall);
        return next.until();
    }

    private static List<AccountHour> busy(Handle handle, TenantId tenant, Stretch hours) {
        return handle.createQuery("SELECT DISTINCT account_id, hour_at" + BUSY).bind("tenant", tenant)
                .bind("from", hours.from()).bind("until", hours.until())
                .map((row, context) -> new AccountHour(new Holder(tenant, account(row.getString(1))),
                        StoredRollups.moment(row, 2))).list();
    }

    private static List<AccountHour> ofDay(Handle handle, TenantId tenant, Stretch day) {
        return handle.createQuery("SELECT DISTINCT account_id" + BUSY).bind("tenant", tenant)
                .bind("from", day.from()).bind("until", day.until())
                .map((row, context) -> new AccountHour(new Holder(tenant, account(row.getString(1))),
                        day.until().minus(HOUR))).list();
    }

    private static AccountId account(String id) {
        return new AccountId(UUID.fromString(id));
    }

    private static Optional<Instant> firstUsed(Handle handle, TenantId tenant, Instant from, Instant until) {
        return handle.createQuery("SELECT hour_at" + BUSY + " ORDER BY tenant_id, hour_at LIMIT 1")
                .bind("tenant", tenant).bind("from", from).bind("until", until)
                .map((row, context) -> StoredRollups.moment(row, 1)).findOne();
    }

    private static Optional<Closing> closing(Handle handle, TenantId tenant) {
        return handle.createQuery("SELECT summed_before, closing_before, noted_at FROM metering_summing"
                + " WHERE tenant_id = :tenant FOR UPDATE").bind("tenant", tenant)
                .map((row, context) -> new Closing(StoredRollups.moment(row, 1), StoredRollups.moment(row, 2),
                        StoredRollups.moment(row, 3))).findOne();
    }

    private static void write(Handle handle, TenantId tenant, Closing closing) {
        handle.createUpdate("""
                INSERT INTO metering_summing (tenant_id, summed_before, closing_before, noted_at)
                VALUES (:tenant, :summed, :closing, :noted) ON DUPLICATE KEY UPDATE
                summed_before = VALUES(summed_before), closing_before = VALUES(closing_before),
                noted_at = VALUES(noted_at)""")
                .bind("tenant", tenant).bind("summed", closing.summedBefore())
                .bind("closing", closing.closingBefore()).bind("noted", closing.notedAt()).execute();
    }
}

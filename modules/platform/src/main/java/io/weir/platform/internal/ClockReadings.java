package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The clocks of sandbox tenants that were moved: at most a second old, and while one is on its way a tenth of that.
 * Only such tenants have a row, so all are read at once. One thread refreshes early while the others go on; only when
 * that fails does everybody have to ask.
 */
@ApplicationScoped
public class ClockReadings {
    /** Within this every node has seen that a clock was stopped. */
    static final Duration STALE_AFTER = Duration.ofSeconds(1);
    /** Within this every node has seen a step of a clock that it knows to be on its way. */
    static final Duration STALE_ON_THE_WAY = Duration.ofMillis(100);
    private final Database database;
    private final LongSupplier nanoTime;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final AtomicReference<Snapshot> latest = new AtomicReference<>();

    protected ClockReadings() {
        this(null);
    }

    @Inject
    public ClockReadings(Database database) {
        this(database, System::nanoTime);
    }

    ClockReadings(Database database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
    }

    ClockReading of(TenantId tenant) {
        return all().getOrDefault(tenant, ClockReading.REAL);
    }

    Map<TenantId, ClockReading> all() {
        return current().clocks();
    }

    private Snapshot current() {
        var known = latest.get();
        long age = known == null ? Long.MAX_VALUE : nanoTime.getAsLong() - known.readAt();
        if (known == null || age >= known.goodFor()) {
            return refresh();
        }
        if (age >= known.goodFor() / 2 && refreshing.compareAndSet(false, true)) {
            try {
                return refresh();
            } finally {
                refreshing.set(false);
            }
        }
        return known;
    }

    private Snapshot refresh() {
        long asked = nanoTime.getAsLong();
        var clocks = read();
        boolean moving = clocks.values().stream().anyMatch(ClockReading::isStanding);
        var fresh = new Snapshot(clocks, asked, (moving ? STALE_ON_THE_WAY : STALE_AFTER).toNanos());
        return latest.accumulateAndGet(fresh, Snapshot::newer);
    }

    Map<TenantId, ClockReading> read() {
        try (var connection = database.ownCommits().getConnection();
                var statement = connection.prepareStatement(
                        "SELECT tenant_id, offset_ms, standing_at FROM platform_clock");
                var rows = statement.executeQuery()) {
            var clocks = new HashMap<TenantId, ClockReading>();
            while (rows.next()) {
                clocks.put(new TenantId(UUID.fromString(rows.getString(1))), reading(rows));
            }
            return clocks;
        } catch (SQLException e) {
            throw new IllegalStateException("tenants' clocks cannot be read", e);
        }
    }

    private static ClockReading reading(ResultSet row) throws SQLException {
        return new ClockReading(Duration.ofMillis(row.getLong(2)),
                Optional.ofNullable(row.getObject(3, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC)));
    }

    /** Nanoseconds: when it was asked for, and for how long it may be gone by. */
    private record Snapshot(Map<TenantId, ClockReading> clocks, long readAt, long goodFor) {
        /** Whoever asked first may get its answer last. */
        static Snapshot newer(Snapshot known, Snapshot fresh) {
            return known != null && known.readAt - fresh.readAt > 0 ? known : fresh;
        }
    }
}

package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How far each sandbox tenant's time runs ahead; at most a second old. Only tenants whose clock was moved have a row,
 * so all are read at once. One thread refreshes early while the others go on; only when that fails does everybody
 * have to ask.
 */
@ApplicationScoped
public class ClockOffsets {
    private static final long REFRESH_AFTER = Duration.ofMillis(500).toNanos();
    private static final long STALE_AFTER = Duration.ofSeconds(1).toNanos();
    private final Database database;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile Snapshot latest;

    protected ClockOffsets() {
        this(null);
    }

    @Inject
    public ClockOffsets(Database database) {
        this.database = database;
    }

    public Duration of(TenantId tenant) {
        return current().offsets().getOrDefault(tenant, Duration.ZERO);
    }

    private Snapshot current() {
        var known = latest;
        if (known == null || known.age() >= STALE_AFTER) {
            return refresh();
        }
        if (known.age() >= REFRESH_AFTER && refreshing.compareAndSet(false, true)) {
            try {
                return refresh();
            } finally {
                refreshing.set(false);
            }
        }
        return known;
    }

    private Snapshot refresh() {
        long asked = System.nanoTime();
        var fresh = new Snapshot(read(), asked);
        latest = fresh;
        return fresh;
    }

    private Map<TenantId, Duration> read() {
        try (var connection = database.ownCommits().getConnection();
                var statement = connection.prepareStatement("SELECT tenant_id, offset_ms FROM platform_clock");
                var rows = statement.executeQuery()) {
            var offsets = new HashMap<TenantId, Duration>();
            while (rows.next()) {
                offsets.put(new TenantId(UUID.fromString(rows.getString(1))), Duration.ofMillis(rows.getLong(2)));
            }
            return offsets;
        } catch (SQLException e) {
            throw new IllegalStateException("tenants' clocks cannot be read", e);
        }
    }

    private record Snapshot(Map<TenantId, Duration> offsets, long readAt) {
        long age() {
            return System.nanoTime() - readAt;
        }
    }
}

package io.weir.metering.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The calendar month of each tenant's zone that runs at a moment. Worked out once a minute and tenant, and when a month
 * ends: every batch asks.
 */
final class Months {
    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();
    private final Function<TenantId, ZoneId> zones;

    Months(Function<TenantId, ZoneId> zones) {
        this.zones = zones;
    }

    Moments.Local at(TenantId tenant, Instant now) {
        var kept = known.get(tenant);
        if (kept != null && System.nanoTime() - kept.since() < KEPT_NANOS && kept.local().month().contains(now)) {
            return new Moments.Local(now, kept.local().month());
        }
        var local = Moments.Local.of(now, zones.apply(tenant));
        known.put(tenant, new Known(local, System.nanoTime()));
        return local;
    }

    private record Known(Moments.Local local, long since) {
    }
}

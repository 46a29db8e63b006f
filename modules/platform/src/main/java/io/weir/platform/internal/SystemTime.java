package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's clock; a sandbox tenant's time is ahead of it, or stands, as the database says. */
@ApplicationScoped
public class SystemTime implements Time {
    private final Clock clock;
    private final ClockReadings readings;

    protected SystemTime() {
        this(null, null);
    }

    @Inject
    public SystemTime(ClockReadings readings) {
        this(Clock.systemUTC(), readings);
    }

    SystemTime(Clock clock, ClockReadings readings) {
        this.clock = clock;
        this.readings = readings;
    }

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Instant now(TenantId tenant) {
        return readings.of(tenant).at(now());
    }
}

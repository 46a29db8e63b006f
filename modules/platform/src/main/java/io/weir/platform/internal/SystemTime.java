package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's clock; a sandbox tenant's time is ahead of it by what the database says. */
@ApplicationScoped
public class SystemTime implements Time {
    private final Clock clock;
    private final ClockOffsets offsets;

    protected SystemTime() {
        this(null, null);
    }

    @Inject
    public SystemTime(ClockOffsets offsets) {
        this(Clock.systemUTC(), offsets);
    }

    SystemTime(Clock clock, ClockOffsets offsets) {
        this.clock = clock;
        this.offsets = offsets;
    }

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Instant now(TenantId tenant) {
        return now().plus(offsets.of(tenant));
    }
}

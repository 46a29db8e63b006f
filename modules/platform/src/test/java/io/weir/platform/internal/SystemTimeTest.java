package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
    private static final TenantId SANDBOX = new TenantId(Ids.next());
    private static final TenantId LIVE = new TenantId(Ids.next());
    private static final TenantId ON_ITS_WAY = new TenantId(Ids.next());
    private static final Instant STANDING = Instant.parse("2026-07-01T00:00:00Z");
    private final SystemTime time = new SystemTime(
            Clock.fixed(Instant.parse("2026-01-31T12:00:00.123456789Z"), ZoneOffset.UTC), new ClockReadings() {
                @Override
                ClockReading of(TenantId tenant) {
                    return tenant.equals(SANDBOX) ? new ClockReading(Duration.ofDays(31), Optional.empty())
                            : tenant.equals(ON_ITS_WAY) ? new ClockReading(Duration.ZERO, Optional.of(STANDING))
                            : ClockReading.REAL;
                }
            });

    @Test
    void timeHasMilliseconds() {
        assertThat(time.now()).isEqualTo("2026-01-31T12:00:00.123Z");
        assertThat(time.now(LIVE)).isEqualTo(time.now());
    }

    @Test
    void aSandboxTenantsTimeRunsAhead() {
        assertThat(time.now(SANDBOX)).isEqualTo("2026-03-03T12:00:00.123Z");
    }

    @Test
    void aClockOnItsWayStands() {
        assertThat(time.now(ON_ITS_WAY)).isEqualTo(STANDING);
    }
}

package io.weir.subscriptions.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import java.time.Duration;
import java.time.Instant;

final class FakeTime implements Time {
    Instant now = Instant.parse("2026-01-31T03:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant now(TenantId tenant) {
        return now;
    }

    void pass(Duration some) {
        now = now.plus(some);
    }
}

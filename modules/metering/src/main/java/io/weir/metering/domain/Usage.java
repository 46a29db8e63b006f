package io.weir.metering.domain;

import io.weir.metering.api.CallFacts;
import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Committed consumption: {@code quantity} of the meter's smallest units, {@code overage} of them beyond what was
 * granted, at the tenant's time. {@code requests} is 1 on the first usage of a call; on its others it is 0, and their
 * facts have neither tokens nor latency, so that sums count a call once. {@code balanceAfter} is what was granted minus
 * what was used of everything open of the meter.
 */
public record Usage(UUID id, Claim claim, long quantity, long overage, int requests, long balanceAfter,
        CallFacts facts, Optional<UUID> reservation) {
    public Holder holder() {
        return claim.holder();
    }

    public MeterKey meter() {
        return claim.meter();
    }

    public Instant at() {
        return claim.at();
    }
}

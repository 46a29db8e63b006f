package io.weir.metering.domain;

import io.weir.metering.api.CallFacts;
import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Committed consumption: {@code quantity} of the meter's smallest units, at the tenant's time. */
public record Usage(UUID id, Claim claim, long quantity, CallFacts facts, Optional<UUID> reservation) {
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

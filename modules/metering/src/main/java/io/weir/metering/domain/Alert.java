package io.weir.metering.domain;

import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An account has used that share of what it was granted of a meter; {@code at} is the tenant's time. */
public record Alert(UUID id, Holder holder, MeterKey meter, int percent, long used, long granted,
        Optional<Instant> periodEnd, Instant at) {
}

package io.weir.metering.domain;

import io.weir.metering.api.MeterKey;
import java.util.UUID;

/** How much of a charge or of a reservation one allowance bears. */
public record Part(MeterKey meter, UUID allowance, long quantity) {
}

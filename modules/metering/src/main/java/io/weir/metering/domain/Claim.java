package io.weir.metering.domain;

import io.weir.metering.api.MeterKey;
import java.time.Instant;

/** Which allowances are meant: whose, of which meter, open at which moment of the tenant's time. */
public record Claim(Holder holder, MeterKey meter, Instant at) {
}

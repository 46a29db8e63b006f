package io.weir.metering.domain;

import io.weir.metering.api.MeterKey;
import java.util.UUID;

/** What a whole batch adds to one allowance's figures; negative where it gives back. */
public record AllowanceChange(Holder holder, MeterKey meter, UUID allowance, long used, long reserved,
        long overage) {
}

package io.weir.metering.domain;

import io.weir.metering.api.MeterKey;
import java.time.Instant;

/**
 * Which allowances are meant: whose, of which meter, open at which moment of the tenant's time. {@code stillAt} is the
 * same moment, or a later one at which they must be open as well.
 */
public record Claim(Holder holder, MeterKey meter, Instant at, Instant stillAt) {
    public Claim(Holder holder, MeterKey meter, Instant at) {
        this(holder, meter, at, at);
    }

    boolean covers(Allowance allowance) {
        return allowance.openAt(at) && (at.equals(stillAt) || allowance.openAt(stillAt));
    }
}

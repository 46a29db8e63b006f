package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import java.time.Instant;

/** The only source of "now". A sandbox tenant's time may run ahead of the wall clock. Millisecond precision. */
public interface Time {
    /** The wall clock: for leases, retries, tokens' technical life and everything without a tenant. */
    Instant now();

    /** The tenant's time: for periods, expiries and everything that is sold. */
    Instant now(TenantId tenant);
}

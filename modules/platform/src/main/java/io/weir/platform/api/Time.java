package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import java.time.Instant;

/**
 * The only source of "now". A sandbox tenant's time may run ahead of the wall clock, and stands while it is moved
 * further ({@link TenantClocks}). Millisecond precision.
 */
public interface Time {
    /** The wall clock: for leases, retries, time-outs and everything without a tenant. */
    Instant now();

    /** The tenant's time: for periods, expiries, credentials and everything that is sold. Never goes back. */
    Instant now(TenantId tenant);
}

package io.weir.metering.api;

import io.weir.kernel.api.TenantId;

/**
 * Published through the outbox: an account has used that share of what it was granted of a meter. Quantities in the
 * meter's smallest units; {@code alert} is the same however often the event is delivered.
 */
public record UsageThresholdReached(TenantId tenant, String account, String alert, String meter, int percent, long used,
        long granted) {
}

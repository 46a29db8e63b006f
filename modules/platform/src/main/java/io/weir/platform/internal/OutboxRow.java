package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import java.util.UUID;

/** An event that waits; {@code attempts} is how often its delivery has failed. */
record OutboxRow(TenantId tenant, UUID id, String eventType, String payload, int attempts) {
}

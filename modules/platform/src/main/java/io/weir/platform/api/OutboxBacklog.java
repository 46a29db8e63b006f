package io.weir.platform.api;

import io.weir.kernel.api.TenantId;

/** How far the {@link Outbox} is behind. */
public interface OutboxBacklog {
    /** Whether everything of a tenant was delivered, but for what has failed three times and waits for its next try. */
    boolean isWorkedOff(TenantId tenant);
}

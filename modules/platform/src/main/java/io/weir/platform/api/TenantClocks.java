package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The clocks that were moved ahead of the real one, and the only way to move one. A clock on its way stands: its
 * tenant's time does not pass until it arrives. Every verb returns when all nodes go by what it has done: after 1.1 s
 * when it stops a clock, after 0.2 s otherwise.
 */
public interface TenantClocks {
    /** As the database has it. */
    Kept kept(TenantId tenant);

    /** Stops a clock that is not on its way to go to a later moment. @return false when it is on its way already */
    boolean depart(TenantId tenant, Instant target);

    /** From where it stands to a later moment, no later than its target. @return false when it does not stand there */
    boolean step(TenantId tenant, Instant from, Instant to);

    /**
     * At its target; from there time passes again. Real time may have brought it further by itself, had it not stood:
     * then it is there. @return false when it does not stand at {@code from}
     */
    boolean arrive(TenantId tenant, Instant from);

    /** Those on their way, as far as this node knows; asks nobody. */
    Set<TenantId> onTheirWay();

    /** Whether a tenant's time is not the real one, as far as this node knows. */
    boolean isMoved(TenantId tenant);

    /**
     * {@code ahead} of the real time. {@code before}: where the latest way began. {@code target}: where it is going.
     */
    record Kept(Instant now, Duration ahead, Optional<Instant> before, Optional<Instant> target) {
    }
}

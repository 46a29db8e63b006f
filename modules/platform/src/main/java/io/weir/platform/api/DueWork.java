package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Work of a module that becomes due by a tenant's clock, such as the end of a period. All beans of this type are asked
 * while a sandbox tenant's clock is moved: it goes from one due moment to the next and stands there until the work is
 * done. Timers do the same work while time passes by itself, so {@link #runDue} may meet nothing to do, and may run on
 * two nodes at once. Implementations are application scoped.
 */
public interface DueWork {
    /** The earliest moment after {@code after}, in the tenant's time, at which some of this work is due. */
    Optional<Instant> nextDue(TenantId tenant, Instant after);

    /**
     * Does what is due by the tenant's clock, in transactions of its own, whatever it was due for earlier included.
     * What it finds worth telling goes into the {@link ClockJournal}; what it publishes stands there by itself.
     */
    void runDue(TenantId tenant);
}

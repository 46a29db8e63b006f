package io.weir.tenancy.api;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.ClockJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sandbox tenant's clock, which may be moved forward. It goes from one moment at which something is due to the next,
 * and stands there until that is done and everything that came of it; so all happens in order, each at its own time.
 */
public interface TestClock {
    /** Any tenant's. */
    Reading read(TenantId tenant);

    /**
     * Moves it, and waits for its arrival, for 20 s at most; the rest of a longer way it goes by itself, also after a
     * crash: until it has arrived, {@link Reading#target} tells where it is going. Call it outside any transaction.
     * Refused: {@code CLOCK_SANDBOX_ONLY} (403), {@code CLOCK_FORWARD_ONLY} (409), {@code CLOCK_ON_ITS_WAY} (409)
     * while it goes somewhere else, and {@code VALIDATION_FAILED} for more than two years at once.
     */
    Reading advance(TenantId tenant, Ahead ahead);

    /** Brings clocks further whose mover has gone. Run by a job on every node. */
    void carryOn();

    /**
     * {@code ahead} of the real time. {@code before}: where the latest way began. {@code target}: where it is going.
     * {@code applied}: what has happened on the latest way, in order, the first 1,000.
     */
    record Reading(Instant now, Duration ahead, boolean sandbox, Optional<Instant> before, Optional<Instant> target,
            List<ClockJournal.Entry> applied) {
        public Reading {
            applied = List.copyOf(applied);
        }

        public boolean isMoved() {
            return !ahead.isZero() || target.isPresent();
        }
    }
}

package io.weir.identity.app;

import io.weir.identity.api.Caller;
import io.weir.identity.domain.AllowedAddresses;
import io.weir.identity.domain.Denial;
import java.time.Instant;

/**
 * A verified credential in memory. Dead once it was refused after all; the dead are never served, wherever they linger.
 */
final class Known {
    private final AllowedAddresses allowed;
    private volatile Caller caller;
    private volatile boolean dead;

    Known(Caller caller, AllowedAddresses allowed) {
        this.caller = caller;
        this.allowed = allowed;
    }

    /** What no look-up is needed for is asked at every use: time and place. */
    Caller callerAt(Instant now, String address) {
        requireUnexpired(caller, now);
        if (!allowed.admit(address)) {
            throw Denial.addressNotAllowed();
        }
        return caller;
    }

    Caller caller() {
        return caller;
    }

    void renew(Caller renewed) {
        caller = renewed;
    }

    void die() {
        dead = true;
    }

    boolean isAlive() {
        return !dead;
    }

    static void requireUnexpired(Caller caller, Instant now) {
        if (caller.credential().expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
            throw Denial.tokenExpired();
        }
    }
}

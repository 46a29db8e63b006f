package io.weir.metering.api;

/**
 * Gives back what was held for calls that never came to an end. Run by a job; any number of nodes may run it at once.
 */
public interface ReservationExpiry {
    /** Expires at most that many reservations whose time has run out by the wall clock; answers how many it did. */
    int expireDue(int atMost);
}

package io.weir.metering.domain;

import java.util.List;

/**
 * What a batch's transaction has read and locked. {@code events} are those of the agenda's that were counted before;
 * {@code credentialEpoch} is 0 when nobody asked for it.
 */
public record Locked(List<Allowance> allowances, List<Remembered> remembered, List<Reservation> reservations,
        List<KnownEvent> events, long credentialEpoch) {
}

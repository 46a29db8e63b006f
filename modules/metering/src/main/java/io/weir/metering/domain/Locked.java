package io.weir.metering.domain;

import java.util.List;

/** What a batch's transaction has read and locked. {@code credentialEpoch} is 0 when nobody asked for it. */
public record Locked(List<Allowance> allowances, List<Reservation> reservations, long credentialEpoch) {
}

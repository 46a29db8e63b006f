package io.weir.metering.domain;

import java.util.List;

/** What a batch's transaction writes. {@code turned} are reservations that were there before and ended. */
public record Changes(List<AllowanceChange> allowances, List<Remembered> remembered, List<Usage> usages,
        List<Reservation> made, List<Reservation> turned, List<CountedEvent> events, List<Alert> alerts) {
    /** The others come only with one of these. */
    public boolean isEmpty() {
        return allowances.isEmpty() && usages.isEmpty() && made.isEmpty() && turned.isEmpty();
    }
}

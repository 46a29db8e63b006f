package io.weir.metering.domain;

import java.util.List;

/** What a batch's transaction writes. {@code turned} are reservations that were there before and ended. */
public record Changes(List<AllowanceChange> allowances, List<Usage> usages, List<Reservation> made,
                      List<Reservation> turned) {
    public boolean isEmpty() {
        return allowances.isEmpty() && usages.isEmpty() && made.isEmpty() && turned.isEmpty();
    }
}

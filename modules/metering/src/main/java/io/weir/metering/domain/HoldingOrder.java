package io.weir.metering.domain;

import io.weir.metering.api.Allowances.Holding.State;
import java.time.Instant;
import java.util.Comparator;

/** How allowances are shown: as they are spent, then those that come back or are to come, then the past. */
public final class HoldingOrder {
    private HoldingOrder() {
    }

    public static State state(Lifetime lifetime, Instant now) {
        if (lifetime.endsAt().filter(end -> !now.isBefore(end)).isPresent()) {
            return State.ENDED;
        } else if (now.isBefore(lifetime.startsAt())) {
            return State.LATER;
        }
        return lifetime.openAt(now) ? State.OPEN : State.RESTING;
    }

    /** What has ended: latest first. */
    public static Comparator<Allowance> at(Instant now) {
        return (one, other) -> {
            int places = Integer.compare(place(one, now), place(other, now));
            boolean ended = state(one.lifetime(), now) == State.ENDED;
            int inPlace = Allowance.SPENDING_ORDER.compare(one, other);
            return places != 0 ? places : ended ? -inPlace : inPlace;
        };
    }

    private static int place(Allowance allowance, Instant now) {
        return switch (state(allowance.lifetime(), now)) {
            case OPEN -> 0;
            case RESTING, LATER -> 1;
            case ENDED -> 2;
        };
    }
}

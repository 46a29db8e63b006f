package io.weir.subscriptions.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which plan new accounts get: of those on sale for nothing the one with the lowest rank, the oldest of equals. */
public final class FreePlan {
    private FreePlan() {
    }

    public static Optional<StoredPlan> of(Collection<StoredPlan> plans) {
        return plans.stream().filter(p -> p.active() && p.costsNothing())
                .min(Comparator.comparingInt(StoredPlan::rank).thenComparing(StoredPlan::id));
    }
}

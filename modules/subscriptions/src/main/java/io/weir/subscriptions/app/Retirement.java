package io.weir.subscriptions.app;

import io.weir.kernel.api.Refusal;
import io.weir.subscriptions.domain.FreePlan;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.PlanContent;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Which plans may leave the shelf: none that somebody has paid for, and never the free one, which all accounts get. */
@ApplicationScoped
public class Retirement {
    private Shelf shelf;
    private Holdings holdings;

    protected Retirement() {
    }

    @Inject
    public Retirement(Shelf shelf, Holdings holdings) {
        this.shelf = shelf;
        this.holdings = holdings;
    }

    /** Refused: {@code PLAN_FREE_REQUIRED}; {@code PACKAGE_IN_USE} with the number of subscriptions. */
    public void requireRetirable(StoredPlan plan, Instant now) {
        requireNotTheFreeOne(plan);
        long running = holdings.paidRunning(plan.id(), now);
        if (running > 0) {
            throw Refusal.invalid("PACKAGE_IN_USE", running).asException();
        }
    }

    /** A plan in use can be taken off sale by a change: who has it keeps it. The free one stays on sale, and free. */
    public void requireChangeable(StoredPlan plan, PlanContent after) {
        if (plan.active() && !after.active() || !after.costsNothing()) {
            requireNotTheFreeOne(plan);
        }
    }

    private void requireNotTheFreeOne(StoredPlan plan) {
        if (FreePlan.of(shelf.plans()).map(free -> free.id().equals(plan.id())).orElse(false)) {
            throw Refusal.invalid("PLAN_FREE_REQUIRED").asException();
        }
    }
}

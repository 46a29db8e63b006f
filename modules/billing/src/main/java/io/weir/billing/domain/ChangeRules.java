package io.weir.billing.domain;

import io.weir.billing.api.PlanChanges.Change;
import io.weir.billing.api.PlanChanges.Kind;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import java.util.Optional;

/** Which way a change of plan goes, when, and what is known of its price. Without words yet. */
public final class ChangeRules {
    private ChangeRules() {
    }

    /** By rank; of equals the dearer one is the higher. */
    public static Change of(Subscription current, Plan to, boolean agreement) {
        var from = current.plan();
        if (from.id().equals(to.id())) {
            throw Refusal.conflict("PLAN_SAME").asException();
        }
        var kind = to.isFree() ? Kind.END : isHigher(from, to) ? Kind.UPGRADE : Kind.DOWNGRADE;
        boolean now = kind == Kind.UPGRADE;
        return new Change(kind, from, to, agreement, now ? Optional.empty() : current.period().until(), to.price(),
                dueNow(kind, to, agreement), "", Optional.empty());
    }

    private static boolean isHigher(Plan from, Plan to) {
        return from.isFree() || to.rank() > from.rank() || to.rank() == from.rank()
                && to.price().currency().equals(from.price().currency()) && to.price().compareTo(from.price()) > 0;
    }

    private static Optional<Money> dueNow(Kind kind, Plan to, boolean agreement) {
        if (kind != Kind.UPGRADE) {
            return Optional.of(Money.zero(to.price().currency()));
        }
        return agreement ? Optional.empty() : Optional.of(to.price());
    }
}

package io.weir.billing.app;

import io.weir.payments.api.Recurring;
import io.weir.payments.api.Recurring.Unit;
import io.weir.subscriptions.api.Plan;
import java.util.Optional;

/** How a plan's term is told to gateways that charge each period on their own. */
final class Renewals {
    private Renewals() {
    }

    /** Empty for a plan that is bought once for life. */
    static Optional<Recurring> of(Plan plan) {
        return switch (plan.term().interval()) {
            case "month" -> Optional.of(new Recurring(plan.slug(), Unit.MONTH, 1));
            case "year" -> Optional.of(new Recurring(plan.slug(), Unit.YEAR, 1));
            case "days" -> Optional.of(new Recurring(plan.slug(), Unit.DAY, plan.term().days().orElseThrow()));
            default -> Optional.empty();
        };
    }
}

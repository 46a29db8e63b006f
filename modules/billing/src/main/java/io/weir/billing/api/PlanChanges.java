package io.weir.billing.api;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * From one plan to another: up now, down when the running period ends. Where a gateway charges each period by itself,
 * it is told what to charge for, and sets off the rest of the period itself; the plan changes with its next charge.
 * Else a higher plan is bought, and nothing is set off; a lower one is remembered, and has to be bought later.
 * Both refuse: {@code PLAN_NOT_FOUND} (404), {@code PLAN_SAME} (409).
 */
public interface PlanChanges {
    /** What {@link #change} would do; nothing happens. */
    Change preview(Caller caller, UUID plan);

    /**
     * Refused also: {@code GATEWAY_FAILED} (502), {@code CHANGE_NOT_TAKEN} (409), and what a purchase is refused for.
     */
    Changed change(Caller caller, UUID plan, Purchases.HowToPay how);

    /** UPGRADE takes effect now; DOWNGRADE and END, to the free plan, at the period's end. */
    enum Kind { UPGRADE, DOWNGRADE, END }

    /**
     * {@code agreement}: whether a gateway charges by itself. {@code effectiveAt}: absent for now. {@code price}: the
     * other plan's, for a full period. {@code dueNow}: absent when only the gateway knows. {@code words}: in the
     * tenant's language.
     */
    record Change(Kind kind, Plan from, Plan to, boolean agreement, Optional<Instant> effectiveAt, Money price,
            Optional<Money> dueNow, String words) {
    }

    /** {@code payment}: what is to be paid for it to happen. */
    record Changed(Change change, Subscription subscription, Optional<Payment> payment) {
    }
}

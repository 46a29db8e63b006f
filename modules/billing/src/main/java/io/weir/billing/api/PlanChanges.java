package io.weir.billing.api;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * From one plan to another: up now, down when the running period ends. Where a gateway charges each period by itself,
 * it is told what to charge for, and sets off the rest of the period itself; the plan changes with its next charge.
 * Else a higher plan is paid for now, less what is left to the second of what was paid for the running period; it
 * starts a period of its own when it is paid, at the price of when it was asked for. A lower one is remembered: the
 * next
 * invoice is for it where plans go on by invoice, else it has to be bought then.
 * Both refuse: {@code PLAN_NOT_FOUND} (404), {@code PLAN_SAME} (409).
 */
public interface PlanChanges {
    /** What {@link #change} would do now; nothing happens. */
    default Change preview(Caller caller, UUID plan) {
        return preview(caller, plan, Optional.empty());
    }

    /** With a coupon. */
    Change preview(Caller caller, UUID plan, Optional<String> coupon);

    /**
     * Refused also: {@code GATEWAY_FAILED} (502), {@code CHANGE_NOT_TAKEN} (409), and what a purchase is refused for.
     */
    default Changed change(Caller caller, UUID plan, Purchases.HowToPay how) {
        return change(caller, plan, how, Optional.empty());
    }

    /**
     * As it was previewed: what is left of the running period counts from {@code previewedAt}, so that what was
     * shown is
     * what is billed. Refused: {@code PREVIEW_TOO_OLD} (409) after a quarter of an hour.
     */
    Changed change(Caller caller, UUID plan, Purchases.HowToPay how, Optional<Instant> previewedAt);

    /** UPGRADE takes effect now; DOWNGRADE and END, to the free plan, at the period's end. */
    enum Kind { UPGRADE, DOWNGRADE, END }

    /**
     * {@code agreement}: whether a gateway charges by itself. {@code effectiveAt}: absent for now. {@code price}: the
     * other plan's, for a full period. {@code dueNow}: absent when only the gateway knows. {@code words}: in the
     * tenant's language. {@code bill}: what would be billed now; absent where nothing is.
     */
    record Change(Kind kind, Plan from, Plan to, boolean agreement, Optional<Instant> effectiveAt, Money price,
            Optional<Money> dueNow, String words, Optional<Bill> bill) {
    }

    /**
     * The invoice's lines, priced {@code at}. {@code credited}: the rest of the running period beyond the new price, to
     * the account's credit.
     */
    record Bill(Instant at, List<Invoice.Line> lines, Money net, Money tax, Money total, Money credited) {
        public Bill {
            lines = List.copyOf(lines);
        }
    }

    /** {@code payment}: what is to be paid for it to happen. {@code invoice}: of what cost nothing and has happened. */
    record Changed(Change change, Subscription subscription, Optional<Payment> payment, Optional<Invoice> invoice) {
    }
}

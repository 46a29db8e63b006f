package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * What a plan would have cost an account for what it really used. The span is cut where the account's own periods
 * begin, counted on in the plan's term. A piece that is a period which the account really had on this plan is priced as
 * that was: its version, its tax, its coupon, its allowances; so that it comes to what its invoices do. Any other is
 * priced as the plan stands today, with today's tax and a coupon that runs for ever. A piece that is shorter than the
 * term is a period that is left at its end: the price less the unused rest to the second, usage, no minimum, limits in
 * full. A plan without end is priced once.
 *
 * <p>What lies before the account was opened and after now is left out. Usage is what was let through then; what was
 * refused nobody counted.
 */
public interface Simulations {
    /**
     * Refused: {@code PLAN_NOT_FOUND}, {@code ACCOUNT_NOT_FOUND} (404), {@code VALIDATION_FAILED} (400) on {@code from}
     * when the span is empty, longer than two years or has more than 400 periods of the plan.
     */
    Simulation simulate(TenantId tenant, AccountId account, Wish wish);

    /** {@code plan}: on sale or not. {@code from} inclusive, {@code until} exclusive. */
    record Wish(UUID plan, Instant from, Instant until) {
    }
}

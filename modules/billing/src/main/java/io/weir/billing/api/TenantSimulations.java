package io.weir.billing.api;

import io.weir.billing.api.Simulation.Sum;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Plan;
import java.time.Instant;
import java.util.List;

/**
 * What a plan would have brought in over all accounts for what they really used. All have the same periods, of the
 * plan's term from the span's beginning on; of an account that came later, or held a plan only for a while, the part
 * that it was there. Hours count for the period in which they begin. Priced as {@link Simulations} prices what an
 * account did not really have; without packages, and in net amounts, because tax is not earned.
 */
public interface TenantSimulations {
    /**
     * Read in batches. Refused: {@code PLAN_NOT_FOUND} (404), {@code VALIDATION_FAILED} (400) on {@code from} when the
     * span is empty, longer than a year or has more than 60 periods of the plan.
     */
    Overall overall(TenantId tenant, Simulations.Wish wish, boolean onlyHolders, Page.Request page);

    /**
     * What these plans would have brought in from those who held them in the span, as they were and as they would be;
     * of at most 10,000 holders of each plan.
     */
    Earned earned(TenantId tenant, List<PlanChange> changes, Period span);

    /** Of a plan to another content of it. */
    record PlanChange(Plan before, Plan after) {
    }

    /** {@code holders}: how many were counted; {@code cut}: whether there are more. */
    record Earned(Instant from, Instant until, long holders, boolean cut, Money before, Money after) {
    }

    /**
     * {@code simulated}, {@code real}: sums over all accounts, net; {@code real}: of the invoices of that time.
     * {@code gainers}: who would have paid most less than they did, {@code losers}: most more; ten of each. {@code
     * accounts}: a page of all, newest first.
     */
    record Overall(Plan plan, Instant from, Instant until, long counted, Sum simulated, Sum real,
            List<AccountOutcome> gainers, List<AccountOutcome> losers, Page<AccountOutcome> accounts) {
    }

    /**
     * {@code difference}: simulated less real, net. {@code blocked}: whether the plan's limits would have refused
     * something.
     */
    record AccountOutcome(AccountId account, String name, Money simulated, Money real, Money difference,
            boolean blocked) {
    }
}

package io.weir.billing.api;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Subscription;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an administrator does with a customer's subscription, as the customer could have. Audited. Refused: {@code
 * SUBSCRIPTION_NOT_FOUND} (404), {@code SUBSCRIPTION_FREE} (400), {@code SUBSCRIPTION_ENDED} (409), and as said.
 */
public interface SubscriptionDecisions {
    /**
     * At its period's end, or now: then the free plan carries on, and nothing is given back by itself. Refused: {@code
     * SUBSCRIPTION_ENDLESS} (400) when its period has no end to wait for.
     */
    Subscription cancel(TenantId tenant, UUID subscription, boolean atPeriodEnd, String reason);

    /** Takes an end at the period's end back, and what it was to become. */
    Subscription resume(TenantId tenant, UUID subscription);

    /**
     * Lets a running trial end later. An invoice for what follows it that is out already is given back by a credit
     * note, and made anew before the new end. Refused: {@code TRIAL_NOT_RUNNING}, {@code TRIAL_FOLLOWED} (409), and
     * {@code until} that is not later than its end, or more than 365 days after its beginning.
     */
    Subscription extendTrial(TenantId tenant, UUID subscription, Instant until, String reason);

    /**
     * What {@link #change} would do now; nothing happens. Refused: {@code SUBSCRIPTION_NOT_CURRENT} (409) when the
     * account has another one now, and what {@link PlanChanges#preview} refuses.
     */
    PlanChanges.Change preview(Caller administrator, UUID subscription, UUID plan, Optional<String> coupon);

    /**
     * Changes the account's running plan. What has to be paid for first is ordered in the name of the account's owner,
     * who pays it as if it were their own order. Refused as {@link #preview}, and what {@link PlanChanges#change}
     * refuses.
     */
    PlanChanges.Changed change(Caller administrator, UUID subscription, Wanted wanted);

    /** {@code how} to pay; {@code previewedAt}: the preview's {@code bill.at}, to be billed what it showed. */
    record Wanted(UUID plan, Purchases.HowToPay how, Optional<Instant> previewedAt, String reason) {
    }
}

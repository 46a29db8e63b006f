package io.weir.webportal;

import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import java.util.List;

/** What an account can do with each plan. {@code all}: what it ever had. */
public record PlanOffers(Subscription current, List<Subscription> all) {
    /** {@code label}: a text's key, empty where there is nothing to do. */
    public record Offer(boolean current, String label, boolean trial) {
        static final Offer NONE = new Offer(false, "", false);

        public boolean isCurrent() {
            return current;
        }

        public boolean isTrial() {
            return trial;
        }
    }

    Offer of(Plan plan) {
        boolean mine = plan.id().equals(current.plan().id());
        if (mine) {
            return new Offer(true, isToBeBought() ? current.status() == Status.TRIALING ? "buyNow" : "renew" : "",
                    false);
        }
        return new Offer(false, plan.isFree() ? "changeTo" : "choose", isToTry(plan));
    }

    /** The running plan ends unless it is bought again. */
    boolean isToBeBought() {
        return !current.plan().isFree() && !current.renews() && (current.status() == Status.TRIALING
                || current.plan().renewal() == Plan.Renewal.NONE);
    }

    /** For those who have nothing that was paid, and never had one of its family. */
    boolean isToTry(Plan plan) {
        return plan.trialDays() > 0 && !plan.isFree() && current.plan().isFree()
                && all.stream().noneMatch(had -> had.plan().family().equals(plan.family()));
    }
}

package io.weir.subscriptions.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import java.util.List;
import java.util.UUID;

/** What accounts of the bound tenant had. A span has an end. */
public interface History {
    /** All that was running at some moment of the span, in order of time. */
    List<Run> of(AccountId account, Period span);

    /** Accounts that had the plan in the span, after that one by their ids. */
    List<AccountId> accounts(UUID plan, Period span, AccountId after, int most);

    /** What they had of it. */
    List<Run> of(UUID plan, Period span, List<AccountId> accounts);

    /** A period of a subscription. */
    record Run(StoredSubscription subscription, StoredPeriod period) {
        boolean isOf(UUID plan) {
            return subscription.plan().equals(plan);
        }
    }
}

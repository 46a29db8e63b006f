package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the usage of a period that still runs has come to. Nothing is kept of it: its invoice is made when it ends. */
public interface RunningBills {
    /** As its invoice would be if it ended now; empty where the running plan's usage has no price, and in a trial. */
    Optional<RunningBill> of(TenantId tenant, AccountId account);

    /** {@code lines}: none while nothing is owed. {@code becomesFinal}: when its draft will have waited long enough. */
    record RunningBill(Plan plan, Instant from, Instant until, Instant becomesFinal, List<Explanations.Line> lines,
            Money net, Money tax, Money total) {
        public RunningBill {
            lines = List.copyOf(lines);
        }
    }
}

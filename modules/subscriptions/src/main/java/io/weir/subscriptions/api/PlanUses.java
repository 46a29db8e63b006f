package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has a tenant's plans now. */
public interface PlanUses {
    /** Plans that somebody has; free ones are had by all whom no paid one has replaced, and by those too. */
    List<Use> all(TenantId tenant);

    /** Those whose period ends first come first, those without end last. */
    List<Holder> holders(TenantId tenant, UUID plan, int most);

    /** {@code going}: of those that run the ones that nobody has ended for their period's end. */
    record Use(UUID plan, long running, long going) {
    }

    /** One subscription. {@code ends}: with its period. */
    record Holder(UUID subscription, AccountId account, Optional<Instant> periodEnd, boolean ends) {
    }
}

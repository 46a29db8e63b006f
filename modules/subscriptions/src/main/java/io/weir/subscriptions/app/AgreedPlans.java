package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Subscriptions.Agreed;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Paid plans that a gateway charges each period. Its charge comes some time after the period's end, and may fail at
 * first: until the grace time is over, access goes on with what was left. The caller holds the account's lock.
 */
@ApplicationScoped
public class AgreedPlans {
    /** How long before a period's end its access is kept, so that a job that is late by less is not noticed. */
    static final Duration AHEAD = Duration.ofHours(1);

    private Holdings holdings;
    private MeteredAccess access;
    private Calendars calendars;

    protected AgreedPlans() {
    }

    @Inject
    public AgreedPlans(Holdings holdings, MeteredAccess access, Calendars calendars) {
        this.holdings = holdings;
        this.access = access;
        this.calendars = calendars;
    }

    public void told(TenantId tenant, AccountId account, String origin, Agreed agreed) {
        var now = calendars.now(tenant);
        var held = new Held(holdings.live(account));
        held.ofOrigin(origin).ifPresent(paid -> {
            boolean ends = agreed == Agreed.ENDS || agreed == Agreed.ENDED;
            if (!ends || paid.renews()) {
                paid.agreed(agreed);
            }
            if (ends) {
                access.keep(tenant, paid, held, now);
            }
            keep(tenant, paid, held, now);
        });
    }

    /** Near the period's end. */
    public void keep(TenantId tenant, StoredSubscription paid, Held held, Instant now) {
        if (paid.isToBeKept(now.plus(AHEAD))) {
            paid.keepAccessFor(paid.period().until().orElseThrow().plus(calendars.grace(tenant)));
            access.keep(tenant, paid, held, now);
        }
    }
}

package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Paid periods whose price went back. The caller holds the account's lock. */
@ApplicationScoped
public class GivenBackPlans {
    private Holdings holdings;
    private PaidPlans paidPlans;
    private MeteredAccess access;
    private Calendars calendars;

    protected GivenBackPlans() {
    }

    @Inject
    public GivenBackPlans(Holdings holdings, PaidPlans paidPlans, MeteredAccess access, Calendars calendars) {
        this.holdings = holdings;
        this.paidPlans = paidPlans;
        this.access = access;
        this.calendars = calendars;
    }

    public void takeBack(TenantId tenant, AccountId account, String cause) {
        var now = calendars.now(tenant);
        var held = new Held(holdings.live(account));
        holdings.periodOf(cause).ifPresent(period -> held.unended().stream()
                .filter(paid -> paid.id().equals(period.subscription()) && paid.isPaidAt(now)).findFirst()
                .ifPresent(paid -> takeBack(tenant, paid, period, held, now)));
    }

    /** An older period is over, and was used; of several that are paid ahead only the last can be left out. */
    private void takeBack(TenantId tenant, StoredSubscription paid, StoredPeriod period, Held held, Instant now) {
        boolean last = holdings.lastPeriod(paid.id()).filter(latest -> latest.id().equals(period.id())).isPresent();
        if (period.period().contains(now) || last && paid.isKept(now)) {
            paidPlans.cancel(tenant, paid, held, now);
        } else if (last && period.period().from().isAfter(now)) {
            access.close(tenant, paid, period, now);
            holdings.remove(period);
            paid.giveBack(period.period());
            access.keep(tenant, paid, held, now);
            paidPlans.stops(tenant, paid, true);
        }
    }
}

package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is due of one tenant's accounts. */
@ApplicationScoped
public class DueOfTenant {
    private Holdings holdings;
    private FreePlans freePlans;
    private AgreedPlans agreedPlans;
    private PaidPlans paidPlans;
    private NextPeriods nextPeriods;
    private Calendars calendars;

    protected DueOfTenant() {
    }

    @Inject
    public DueOfTenant(Holdings holdings, FreePlans freePlans, AgreedPlans agreedPlans, PaidPlans paidPlans,
            NextPeriods nextPeriods, Calendars calendars) {
        this.holdings = holdings;
        this.freePlans = freePlans;
        this.agreedPlans = agreedPlans;
        this.paidPlans = paidPlans;
        this.nextPeriods = nextPeriods;
        this.calendars = calendars;
    }

    /** In order of their ids. What has been dealt with is not due again. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TenantScoped
    public List<UUID> accounts(TenantId tenant, int most) {
        var now = calendars.now(tenant);
        return holdings.due(now, now.plus(FreePlans.AHEAD), now.plus(AgreedPlans.AHEAD), most).stream()
                .map(AccountId::value).toList();
    }

    /** All or none of them. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TenantScoped
    public void close(TenantId tenant, List<UUID> accounts) {
        var now = calendars.now(tenant);
        accounts.forEach(account -> close(tenant, new AccountId(account), now));
    }

    /** What is due of one account, with its lock. */
    void close(TenantId tenant, AccountId account, Instant now) {
        holdings.lock(account, now);
        var held = new Held(holdings.live(account));
        held.unended().forEach(paid -> agreedPlans.keep(tenant, paid, held, now));
        var overdue = held.unended().stream().filter(s -> s.isOverdue(now)).toList();
        overdue.forEach(paid -> end(tenant, paid));
        nextPeriods.beginDue(tenant, held, now);
        if (!overdue.isEmpty() && held.unended().isEmpty()) {
            freePlans.resumeRate(tenant, held);
        }
        freePlans.renew(tenant, held, now);
    }

    /** Others learn of what ended unpaid: an invoice of it is out. */
    private void end(TenantId tenant, StoredSubscription paid) {
        paid.expire();
        if (paid.awaitsInvoice()) {
            paidPlans.stops(tenant, paid, false);
        }
    }
}

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

/** What is due of one tenant, a bounded number of accounts in a transaction, so that no lock is held for long. */
@ApplicationScoped
public class DueOfTenant {
    private static final int MOST_AT_ONCE = 100;

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

    /** Answers whether there may be more. What has been dealt with is not due again. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TenantScoped
    public boolean closeSome(TenantId tenant) {
        var now = calendars.now(tenant);
        var accounts = holdings.due(now, now.plus(FreePlans.AHEAD), now.plus(AgreedPlans.AHEAD), MOST_AT_ONCE);
        accounts.forEach(account -> close(tenant, account, now));
        return accounts.size() >= MOST_AT_ONCE;
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

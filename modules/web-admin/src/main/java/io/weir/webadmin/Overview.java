package io.weir.webadmin;

import io.weir.billing.api.Revenue;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Payment;
import io.weir.payments.api.Payments;
import io.weir.subscriptions.api.PackageStatistics;
import io.weir.tenancy.api.Accounts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** How the tenant's business stands. */
@Named
@RequestScoped
public class Overview {
    private static final int RECENT = 8;

    @Inject
    private PackageStatistics statistics;
    @Inject
    private Accounts accounts;
    @Inject
    private Revenue revenue;
    @Inject
    private Approvals approvals;
    @Inject
    private WaitingDecisions decisions;
    @Inject
    private Payments payments;
    @Inject
    private PaymentRows rows;
    @Inject
    private UsageMonth month;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<Payment> waiting;
    private Money ofPlans;
    private Money ofExtensions;
    private List<PaymentRows.Row> recent;
    private List<UsageMonth.Card> meters;

    @PostConstruct
    void look() {
        var tenant = visitor.tenantId();
        waiting = approvals.queue(tenant, new Page.Request(1, 1));
        ofPlans = revenue.ofAllPlans(tenant);
        ofExtensions = revenue.ofAllExtensions(tenant);
        recent = payments.all(tenant, Optional.empty(), new Page.Request(1, RECENT)).map(rows::row).items();
        meters = month.cards();
    }

    public boolean isWaiting() {
        return waiting.total() + decisions.count() > 0;
    }

    public String getWaitingText() {
        return format.text("paymentsWait", waiting.total() + decisions.count());
    }

    public String getOldest() {
        return waiting.items().stream().findFirst()
                .map(p -> format.text("oldestWaits", format.age(p.createdAt()))).orElse("");
    }

    public String getActiveSubscriptions() {
        return format.number(statistics.plans(visitor.tenantId()).active());
    }

    public String getExtensionPurchases() {
        return format.number(statistics.extensions(visitor.tenantId()).purchases());
    }

    public String getCustomers() {
        return format.number(accounts.page(visitor.tenantId(), Optional.empty(), new Page.Request(1, 1)).total());
    }

    public String getTotalRevenue() {
        return format.money(ofPlans.plus(ofExtensions));
    }

    public String getPlanRevenue() {
        return format.money(ofPlans);
    }

    public String getExtensionRevenue() {
        return format.money(ofExtensions);
    }

    public List<UsageMonth.Card> getMeters() {
        return meters;
    }

    public List<PaymentRows.Row> getRecent() {
        return recent;
    }
}

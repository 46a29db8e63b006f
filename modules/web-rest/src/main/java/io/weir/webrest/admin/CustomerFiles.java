package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payments;
import io.weir.webrest.plans.MeterUsage;
import io.weir.webrest.plans.SubscriptionView;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What an administrator wants to see of one customer. */
@ApplicationScoped
class CustomerFiles {
    private static final Page.Request LATEST = new Page.Request(1, 10);

    @Inject
    Accounts accounts;
    @Inject
    Subscriptions subscriptions;
    @Inject
    MeterUsage usage;
    @Inject
    Payments payments;
    @Inject
    QueueViews views;

    File of(TenantId tenant, AccountId account) {
        var customer = Customer.of(accounts.account(tenant, account));
        return new File(customer, SubscriptionView.of(subscriptions.current(tenant, account)),
                usage.of(tenant, account), views.of(payments.history(tenant, account, LATEST)).items());
    }

    /** {@code payments}: the latest ten. */
    public record File(@JsonUnwrapped Customer customer, SubscriptionView subscription, List<MeterUsage.Line> usage,
                       List<PaymentInQueue> payments) {
    }
}

package io.weir.billing.app;

import io.weir.billing.api.BillingDetails;
import io.weir.billing.domain.CustomerBook;
import io.weir.billing.domain.DetailRules;
import io.weir.billing.domain.StoredCustomer;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** One row an account. */
@ApplicationScoped
@Transactional
@TenantScoped
public class KeptBillingDetails implements BillingDetails {
    private CustomerBook customers;
    private Time time;
    private AuditLog audit;

    protected KeptBillingDetails() {
    }

    @Inject
    public KeptBillingDetails(CustomerBook customers, Time time, AuditLog audit) {
        this.customers = customers;
        this.time = time;
        this.audit = audit;
    }

    @Override
    public Details of(TenantId tenant, AccountId account) {
        return customers.find(account).map(StoredCustomer::details).orElse(Details.NONE);
    }

    @Override
    public Map<AccountId, Details> of(TenantId tenant, Collection<AccountId> accounts) {
        return customers.find(accounts).stream()
                .collect(Collectors.toMap(StoredCustomer::account, StoredCustomer::details));
    }

    @Override
    public Details put(TenantId tenant, AccountId account, Details details) {
        var checked = DetailRules.checked(details);
        var before = of(tenant, account);
        if (!checked.equals(before)) {
            customers.find(account).orElseGet(() -> added(account, checked, time.now(tenant)))
                    .change(checked, time.now(tenant));
            audit.record(tenant, "billing.details-changed", "account/" + account, before, checked);
        }
        return checked;
    }

    private StoredCustomer added(AccountId account, Details first, Instant now) {
        var customer = new StoredCustomer(account);
        customer.change(first, now);
        customers.add(customer);
        return customer;
    }
}

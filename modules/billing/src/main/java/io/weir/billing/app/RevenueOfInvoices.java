package io.weir.billing.app;

import io.weir.billing.api.Revenue;
import io.weir.billing.store.TakingsRows;
import io.weir.billing.store.TakingsRows.Wanted;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Revenue as the paid invoices tell it: money that became credit and paid for something else counts once. */
@ApplicationScoped
@Transactional
@TenantScoped
public class RevenueOfInvoices implements Revenue {
    private static final List<String> OF_PLANS = List.of("plan", "usage", "minimum");
    private static final List<String> OF_EXTENSIONS = List.of("extension");

    private TakingsRows takings;
    private Catalogue catalogue;
    private Tenants tenants;

    protected RevenueOfInvoices() {
    }

    @Inject
    public RevenueOfInvoices(TakingsRows takings, Catalogue catalogue, Tenants tenants) {
        this.takings = takings;
        this.catalogue = catalogue;
        this.tenants = tenants;
    }

    /** What was sold before orders were priced has the plan's id in its lines. */
    @Override
    public Money ofPlan(TenantId tenant, UUID plan) {
        return takings.of(wanted(tenant, OF_PLANS), List.of(catalogue.plan(tenant, plan).slug(), plan.toString()));
    }

    @Override
    public Money ofExtension(TenantId tenant, UUID extension) {
        return takings.of(wanted(tenant, OF_EXTENSIONS), List.of(extension.toString()));
    }

    @Override
    public Money ofAllPlans(TenantId tenant) {
        return takings.all(wanted(tenant, OF_PLANS));
    }

    @Override
    public Money ofAllExtensions(TenantId tenant) {
        return takings.all(wanted(tenant, OF_EXTENSIONS));
    }

    private Wanted wanted(TenantId tenant, List<String> kinds) {
        return new Wanted(tenant, tenants.byId(tenant).currency(), kinds);
    }
}

package io.weir.billing.app;

import io.weir.billing.api.Revenue;
import io.weir.billing.domain.PurchaseKind;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payments;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Revenue as the completed payments tell it. */
@ApplicationScoped
@Transactional
@TenantScoped
public class RevenueOfPayments implements Revenue {
    private Payments payments;
    private Catalogue catalogue;

    protected RevenueOfPayments() {
    }

    @Inject
    public RevenueOfPayments(Payments payments, Catalogue catalogue) {
        this.payments = payments;
        this.catalogue = catalogue;
    }

    @Override
    public Money ofPlan(TenantId tenant, UUID plan) {
        return of(tenant, PurchaseKind.SUBSCRIPTION, Optional.of(plan.toString()))
                .plus(of(tenant, PurchaseKind.RENEWAL, Optional.of(catalogue.plan(tenant, plan).slug())));
    }

    @Override
    public Money ofExtension(TenantId tenant, UUID extension) {
        return of(tenant, PurchaseKind.EXTENSION, Optional.of(extension.toString()));
    }

    @Override
    public Money ofAllPlans(TenantId tenant) {
        return of(tenant, PurchaseKind.SUBSCRIPTION, Optional.empty())
                .plus(of(tenant, PurchaseKind.RENEWAL, Optional.empty()));
    }

    @Override
    public Money ofAllExtensions(TenantId tenant) {
        return of(tenant, PurchaseKind.EXTENSION, Optional.empty());
    }

    private Money of(TenantId tenant, PurchaseKind kind, Optional<String> item) {
        return payments.revenue(tenant, kind.word(), item);
    }
}

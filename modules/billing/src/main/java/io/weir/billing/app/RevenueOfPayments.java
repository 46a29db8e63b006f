package io.weir.billing.app;

import io.weir.billing.api.Revenue;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.PurchaseKind;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payments;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Revenue as the completed payments tell it, and which plan the invoices were for that some of them paid. */
@ApplicationScoped
@Transactional
@TenantScoped
public class RevenueOfPayments implements Revenue {
    private Payments payments;
    private Catalogue catalogue;
    private InvoiceBook book;
    private Tenants tenants;

    protected RevenueOfPayments() {
    }

    @Inject
    public RevenueOfPayments(Payments payments, Catalogue catalogue, InvoiceBook book, Tenants tenants) {
        this.payments = payments;
        this.catalogue = catalogue;
        this.book = book;
        this.tenants = tenants;
    }

    @Override
    public Money ofPlan(TenantId tenant, UUID plan) {
        var slug = catalogue.plan(tenant, plan).slug();
        return of(tenant, PurchaseKind.SUBSCRIPTION, Optional.of(plan.toString()))
                .plus(of(tenant, PurchaseKind.RENEWAL, Optional.of(slug)))
                .plus(new Money(book.settledOf(slug), tenants.byId(tenant).currency()));
    }

    @Override
    public Money ofExtension(TenantId tenant, UUID extension) {
        return of(tenant, PurchaseKind.EXTENSION, Optional.of(extension.toString()));
    }

    @Override
    public Money ofAllPlans(TenantId tenant) {
        return of(tenant, PurchaseKind.SUBSCRIPTION, Optional.empty())
                .plus(of(tenant, PurchaseKind.RENEWAL, Optional.empty()))
                .plus(of(tenant, PurchaseKind.INVOICE, Optional.empty()));
    }

    @Override
    public Money ofAllExtensions(TenantId tenant) {
        return of(tenant, PurchaseKind.EXTENSION, Optional.empty());
    }

    private Money of(TenantId tenant, PurchaseKind kind, Optional<String> item) {
        return payments.revenue(tenant, kind.word(), item);
    }
}

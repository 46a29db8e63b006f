package io.weir.billing.app;

import io.weir.billing.domain.PurchaseKind;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How;
import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.Item;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Payments that were asked for before orders were priced beforehand: one line over what was paid. */
@ApplicationScoped
public class UnpricedOrders {
    private InvoiceParties parties;

    protected UnpricedOrders() {
    }

    @Inject
    public UnpricedOrders(InvoiceParties parties) {
        this.parties = parties;
    }

    /** The tax, if any, is in what was paid. */
    Draft priced(TenantId tenant, Payment payment, String name) {
        var tax = parties.tax(tenant, payment.account()).priced(true);
        var how = How.Flat.one(new Offer(payment.purpose().item(), 0), payment.amount());
        return Draft.of(payment.amount().currency(),
                List.of(new Item(kind(payment), name, Optional.empty(), how, tax)), Optional.empty());
    }

    private static LineKind kind(Payment payment) {
        return switch (PurchaseKind.of(payment.purpose())) {
            case SUBSCRIPTION, RENEWAL -> LineKind.PLAN;
            case EXTENSION -> LineKind.EXTENSION;
            case CREDITS -> LineKind.CREDITS;
            case INVOICE -> LineKind.OTHER;
        };
    }
}

package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.PricedOrder;
import io.weir.billing.domain.PurchaseKind;
import io.weir.billing.domain.StoredInvoice.Claim;
import io.weir.billing.domain.pricing.Draft;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentSettled;
import io.weir.platform.api.Together;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Starts what was paid for and issues its invoice, in the transaction that settles the payment: all three or none. */
@ApplicationScoped
public class SettledPurchases {
    private Orders orders;
    private Starting starting;
    private RenewedPurchases renewed;
    private OpenInvoices openInvoices;
    private UnpricedOrders unpriced;
    private Invoicing invoicing;
    private AfterStart afterStart;

    protected SettledPurchases() {
    }

    @Inject
    public SettledPurchases(Orders orders, Starting starting, RenewedPurchases renewed, OpenInvoices openInvoices,
            UnpricedOrders unpriced, Invoicing invoicing, AfterStart afterStart) {
        this.orders = orders;
        this.starting = starting;
        this.renewed = renewed;
        this.openInvoices = openInvoices;
        this.unpriced = unpriced;
        this.invoicing = invoicing;
        this.afterStart = afterStart;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void on(@Observes @Together PaymentSettled settled) {
        var tenant = settled.tenant();
        var payment = settled.payment();
        switch (PurchaseKind.of(payment.purpose())) {
            case SUBSCRIPTION, EXTENSION, CREDITS -> start(tenant, payment);
            case RENEWAL -> renewed.start(tenant, payment);
            case INVOICE -> openInvoices.paid(tenant, payment);
        }
    }

    private void start(TenantId tenant, Payment payment) {
        var cause = payment.id().toString();
        var order = orders.settle(tenant, payment.id().value());
        var started = starting.start(tenant, payment.account(), payment.purpose(),
                new Starting.Bought(payment.amount(), cause));
        order.ifPresent(priced -> afterStart.of(tenant, priced, started, cause));
        var draft = order.map(PricedOrder::draft)
                .orElseGet(() -> unpriced.priced(tenant, payment, started.name()));
        invoicing.paid(tenant, claim(payment, order.map(PricedOrder::reason).orElse(Reason.PURCHASE), started, draft),
                started.period().map(draft::during).orElse(draft), payment.id().value());
    }

    static Claim claim(Payment payment, Reason reason, Starting.Started started, Draft draft) {
        return new Claim(payment.account(), reason, "payment/" + payment.id(), draft.currency(),
                started.subscription(), started.period());
    }
}

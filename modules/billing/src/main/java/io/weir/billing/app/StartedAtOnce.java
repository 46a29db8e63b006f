package io.weir.billing.app;

import io.weir.billing.api.Invoice;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.PricedOrder;
import io.weir.billing.domain.StoredInvoice.Claim;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment.Purpose;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What costs nothing starts with its invoice over nothing, and with its coupon taken: all three or none. */
@ApplicationScoped
@TenantScoped
public class StartedAtOnce {
    private Orders orders;
    private Starting starting;
    private Invoicing invoicing;
    private InvoiceBook book;
    private AfterStart afterStart;

    protected StartedAtOnce() {
    }

    @Inject
    public StartedAtOnce(Orders orders, Starting starting, Invoicing invoicing, InvoiceBook book,
            AfterStart afterStart) {
        this.orders = orders;
        this.starting = starting;
        this.invoicing = invoicing;
        this.book = book;
        this.afterStart = afterStart;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Invoice start(TenantId tenant, UUID id, Purpose purpose, PricedOrder order) {
        orders.settleAtOnce(tenant, id, order);
        var cause = "order/" + id;
        var started = starting.start(tenant, order.account(), purpose, new Starting.Bought(order.total(), cause));
        afterStart.of(tenant, order, started, cause);
        var draft = started.period().map(order.draft()::during).orElse(order.draft());
        var invoice = invoicing.open(tenant, new Claim(order.account(), order.reason(), cause, draft.currency(),
                started.subscription(), started.period()), draft);
        return invoice.view(book.lines(invoice.id()), Optional.empty());
    }
}

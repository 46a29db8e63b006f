package io.weir.billing.app;

import io.weir.billing.api.InvoiceIssued;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.InvoiceNumber;
import io.weir.billing.domain.InvoiceSequence;
import io.weir.billing.domain.IssuedInvoice;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Issues the one invoice of a settled payment, dated and numbered by the tenant's clock and zone. */
@ApplicationScoped
public class Invoicing {
    private Time time;
    private Tenants tenants;
    private InvoiceSequence sequence;
    private InvoiceBook book;
    private Outbox outbox;

    protected Invoicing() {
    }

    @Inject
    public Invoicing(Time time, Tenants tenants, InvoiceSequence sequence, InvoiceBook book, Outbox outbox) {
        this.time = time;
        this.tenants = tenants;
        this.sequence = sequence;
        this.book = book;
        this.outbox = outbox;
    }

    /** Quiet when the payment has its invoice. Must run in the transaction that settles the payment. */
    public void issue(TenantId tenant, Payment payment, String item) {
        if (book.holdsInvoiceFor(payment.id())) {
            return;
        }
        var seller = tenants.byId(tenant);
        var now = time.now(tenant);
        int year = now.atZone(seller.zone()).getYear();
        var number = new InvoiceNumber(seller.slug(), year, sequence.next(tenant, year));
        var invoice = IssuedInvoice.of(payment, number, now, item);
        book.keep(invoice);
        outbox.publish(tenant, new InvoiceIssued(tenant, payment.account().toString(), invoice.id()));
    }
}

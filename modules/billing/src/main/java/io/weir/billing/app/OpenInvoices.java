package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.PurchaseKind;
import io.weir.billing.domain.StoredInvoice;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payment;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Final invoices that are to be paid, and what a payment of one sets off. */
@ApplicationScoped
@TenantScoped
public class OpenInvoices {
    private InvoiceBook book;
    private Invoicing invoicing;
    private InvoicedRenewals renewals;
    private AccountCredits credits;

    protected OpenInvoices() {
    }

    @Inject
    public OpenInvoices(InvoiceBook book, Invoicing invoicing, InvoicedRenewals renewals, AccountCredits credits) {
        this.book = book;
        this.invoicing = invoicing;
        this.renewals = renewals;
        this.credits = credits;
    }

    /** Refused: {@code INVOICE_NOT_FOUND} (404), {@code INVOICE_NOT_OPEN} (409). */
    @Transactional
    public Checkout.Claimed toPay(TenantId tenant, AccountId account, UUID id) {
        var invoice = book.find(id).filter(found -> found.account().equals(account))
                .orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
        if (invoice.due().isZero()) {
            throw Refusal.conflict("INVOICE_NOT_OPEN", invoice.status().word()).asException();
        }
        return new Checkout.Claimed(PurchaseKind.INVOICE.purpose(id), invoice.number().orElseThrow(), invoice.due());
    }

    /**
     * In the transaction that settles the payment. What was paid by another one meanwhile, or is not owed any more,
     * takes of the money what is still due; the rest is the account's.
     */
    void paid(TenantId tenant, Payment payment) {
        var invoice = book.lock(Starting.item(payment.purpose()))
                .orElseThrow(() -> new IllegalStateException("a payment for " + payment.purpose()));
        var due = invoice.due();
        if (!due.isZero() && payment.amount().compareTo(due) >= 0) {
            invoicing.pay(tenant, invoice, Optional.of(payment.id().value()));
            if (invoice.reason() == Reason.RENEWAL) {
                renewals.paid(tenant, invoice, payment.id().toString());
            }
            giveBack(tenant, payment, payment.amount().minus(due), invoice);
        } else {
            giveBack(tenant, payment, payment.amount(), invoice);
        }
    }

    private void giveBack(TenantId tenant, Payment payment, Money rest, StoredInvoice invoice) {
        if (!rest.isZero()) {
            credits.giveBack(tenant, payment.id(), rest, cause(payment), invoice.number().orElse(""));
        }
    }

    /** All of a payment for an invoice went back. */
    void takeBack(TenantId tenant, Payment payment) {
        renewals.takeBack(tenant, payment);
        credits.takeBack(tenant, payment.account(), payment.amount(), cause(payment), cause(payment) + "/refunded");
    }

    private static String cause(Payment payment) {
        return "invoice-payment/" + payment.id();
    }
}

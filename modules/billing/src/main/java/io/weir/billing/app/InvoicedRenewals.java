package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.Corrections;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredInvoice.Claim;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Lifecycle.ToRenew;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The next period by an invoice: made before the running one ends, and begun when it is paid. */
@ApplicationScoped
public class InvoicedRenewals {
    private InvoiceBook book;
    private Invoicing invoicing;
    private Pricer pricer;
    private RunningCoupons coupons;
    private CreditNotes creditNotes;
    private Lifecycle lifecycle;
    private Subscriptions subscriptions;
    private Catalogue catalogue;
    private AccountCredits credits;

    protected InvoicedRenewals() {
    }

    @Inject
    public InvoicedRenewals(InvoiceBook book, Invoicing invoicing, Pricer pricer, RunningCoupons coupons,
            CreditNotes creditNotes, Lifecycle lifecycle, Subscriptions subscriptions, Catalogue catalogue,
            AccountCredits credits) {
        this.book = book;
        this.invoicing = invoicing;
        this.pricer = pricer;
        this.coupons = coupons;
        this.creditNotes = creditNotes;
        this.lifecycle = lifecycle;
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.credits = credits;
    }

    /** An open invoice over the next period; one over nothing is paid at once, and so the period goes on. */
    void make(TenantId tenant, ToRenew due) {
        if (!lifecycle.awaitInvoice(tenant, due.account(), due.subscription())) {
            return;
        }
        var coupon = coupons.of(due.subscription()).filter(RunningCoupon::goesOn).map(RunningCoupon::redeemed);
        var order = pricer.plan(tenant, due.account(), due.plan(), coupon);
        var prefix = "renewal/" + due.subscription() + "/" + due.next().from().toEpochMilli() + "/";
        var claim = new Claim(due.account(), Reason.RENEWAL, prefix + (book.count(prefix) + 1),
                order.draft().currency(), Optional.of(due.subscription()), Optional.of(due.next()));
        var invoice = invoicing.open(tenant, claim, order.draft().during(due.next()));
        if (order.total().isZero()) {
            goOn(tenant, invoice, due.plan().id(), "invoice/" + invoice.id());
        }
    }

    /**
     * The period goes on at the running one's end; a plan that ended because this was not paid starts anew, with a
     * whole period from now. What can't go on any more is the account's money.
     */
    void paid(TenantId tenant, StoredInvoice invoice, String payment) {
        var plan = plan(tenant, invoice);
        boolean begun = plan.isPresent() && (goOn(tenant, invoice, plan.get(), payment)
                || comesBack(tenant, invoice, plan.get(), payment));
        if (!begun) {
            var paid = new PaymentId(UUID.fromString(payment));
            credits.giveBack(tenant, paid, invoice.total(), creditCause(payment), invoice.number().orElseThrow());
        }
    }

    private boolean goOn(TenantId tenant, StoredInvoice invoice, UUID plan, String cause) {
        var left = invoice.subscription().orElseThrow();
        var begun = lifecycle.goOn(tenant, invoice.account(), new Lifecycle.Next(left, plan, cause));
        begun.ifPresent(period -> count(invoice, left, period.subscription()));
        return begun.isPresent();
    }

    /** Not beside another plan that was bought meanwhile. */
    private boolean comesBack(TenantId tenant, StoredInvoice invoice, UUID plan, String cause) {
        var left = invoice.subscription().orElseThrow();
        var account = invoice.account();
        boolean unpaid = subscriptions.of(tenant, account).stream()
                .anyMatch(each -> each.id().equals(left) && each.status() == Status.UNPAID);
        if (!unpaid || lifecycle.running(tenant, account).isPresent()) {
            return false;
        }
        count(invoice, left, subscriptions.activate(tenant, account, plan, cause).id());
        return true;
    }

    private void count(StoredInvoice invoice, UUID left, UUID begun) {
        coupons.of(left).ifPresent(running -> {
            if (book.lines(invoice.id()).stream().anyMatch(line -> line.kind() == LineKind.DISCOUNT)) {
                running.count();
            }
            running.moveTo(begun);
        });
    }

    /** The one that it was priced for. */
    private Optional<UUID> plan(TenantId tenant, StoredInvoice invoice) {
        return book.lines(invoice.id()).stream().flatMap(line -> line.basis().how().sold().stream())
                .flatMap(sold -> catalogue.planBySlug(tenant, sold.slug()).stream()).map(plan -> plan.id()).findFirst();
    }

    /** Its open invoices are owed no more, because it ended, or is to go on otherwise. */
    @TenantScoped
    public void withdraw(TenantId tenant, UUID subscription, CreditNotes.Why why) {
        for (var open : book.open(subscription, Reason.RENEWAL)) {
            book.lock(open.id()).filter(invoice -> invoice.status().isOpen()).ifPresent(invoice -> {
                lifecycle.awaitNoInvoice(tenant, invoice.account(), subscription);
                creditNotes.give(tenant, invoice, new CreditNotes.Why(why.reason(), why.cause() + "/" + invoice.id(),
                        why.words()), Corrections::whole);
            });
        }
    }

    /** All of a payment went back that a period had gone on with. */
    void takeBack(TenantId tenant, Payment payment) {
        var cause = payment.id().toString();
        subscriptions.takeBack(tenant, payment.account(), cause);
        credits.takeBack(tenant, payment.account(), payment.amount(), creditCause(cause),
                creditCause(cause) + "/refunded");
    }

    private static String creditCause(String payment) {
        return "renewal/" + payment;
    }
}

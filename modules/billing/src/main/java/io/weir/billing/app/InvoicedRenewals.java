package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.app.Invoicing.Wanted;
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
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
    private InvoiceParties parties;

    protected InvoicedRenewals() {
    }

    @Inject
    public InvoicedRenewals(InvoiceBook book, Invoicing invoicing, Pricer pricer, RunningCoupons coupons,
            CreditNotes creditNotes, Lifecycle lifecycle, Subscriptions subscriptions, Catalogue catalogue,
            AccountCredits credits, InvoiceParties parties) {
        this.book = book;
        this.invoicing = invoicing;
        this.pricer = pricer;
        this.coupons = coupons;
        this.creditNotes = creditNotes;
        this.lifecycle = lifecycle;
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.credits = credits;
        this.parties = parties;
    }

    /**
     * Open invoices over the next periods of these subscriptions; one over nothing is paid at once, and so the period
     * goes on.
     */
    void make(TenantId tenant, List<UUID> subscriptions) {
        var due = lifecycle.awaitInvoices(tenant, subscriptions);
        var accounts = due.stream().map(ToRenew::account).toList();
        var taxes = parties.taxes(tenant, accounts);
        var running = coupons.of(accounts).stream().filter(RunningCoupon::goesOn)
                .collect(Collectors.toMap(RunningCoupon::subscription, RunningCoupon::redeemed));
        var made = book.causes(due.stream().map(ToRenew::subscription).toList(), Reason.RENEWAL);
        var invoices = invoicing.open(tenant, due.stream().map(each -> {
            var coupon = Optional.ofNullable(running.get(each.subscription()));
            var item = Pricer.planItem(each.plan(), taxes.get(each.account()));
            var priced = pricer.draft(tenant, each.plan().price(), List.of(item), coupon).during(each.next());
            return new Wanted(claim(each, made, priced.currency()), priced);
        }).toList());
        for (int i = 0; i < due.size(); i++) {
            if (invoices.get(i).total().isZero()) {
                goOn(tenant, invoices.get(i), due.get(i).plan().id(), "invoice/" + invoices.get(i).id());
            }
        }
    }

    /** One that was withdrawn may have been made for the same period before. */
    private static Claim claim(ToRenew due, List<String> made, Currency currency) {
        var prefix = "renewal/" + due.subscription() + "/" + due.next().from().toEpochMilli() + "/";
        long earlier = made.stream().filter(cause -> cause.startsWith(prefix)).count();
        return new Claim(due.account(), Reason.RENEWAL, prefix + (earlier + 1), currency,
                Optional.of(due.subscription()), Optional.of(due.next()));
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

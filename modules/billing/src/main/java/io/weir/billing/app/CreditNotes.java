package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.Corrections;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.PricedOrder.Excess;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredLine;
import io.weir.billing.domain.pricing.Draft;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Gives back of invoices that the caller holds locked. */
@ApplicationScoped
public class CreditNotes {
    private InvoiceBook book;
    private Invoicing invoicing;
    private AccountCredits credits;
    private Wordings words;
    private Time time;

    protected CreditNotes() {
    }

    @Inject
    public CreditNotes(InvoiceBook book, Invoicing invoicing, AccountCredits credits, Wordings words, Time time) {
        this.book = book;
        this.invoicing = invoicing;
        this.credits = credits;
        this.words = words;
        this.time = time;
    }

    /** Why, once per cause, and in which words. */
    record Why(Reason reason, String cause, String words) {
    }

    /** Answers the credit note; the one that this cause has made already. */
    StoredInvoice give(TenantId tenant, StoredInvoice locked, Why why, Function<Corrections, Draft> what) {
        locked.requireFinal();
        return book.ofCause(why.cause()).orElseGet(() -> {
            var now = time.now(tenant);
            var note = locked.creditNote(why.reason(), why.cause(), why.words(), now);
            var issued = invoicing.creditNote(tenant, note, what.apply(corrections(locked)));
            locked.credit(issued.total(), now);
            return issued;
        });
    }

    private Corrections corrections(StoredInvoice invoice) {
        var earlier = book.creditNotes(invoice.id()).stream().flatMap(note -> book.lines(note.id()).stream())
                .map(StoredLine::line).toList();
        return new Corrections(invoice, book.lines(invoice.id()).stream().map(StoredLine::line).toList(), earlier);
    }

    /** What was paid of it, and is given back, becomes the account's credit. */
    void toCredit(TenantId tenant, StoredInvoice paid, Money back, Why why) {
        paid.payment().filter(by -> !back.isZero()).ifPresent(by -> credits.giveBack(tenant, new PaymentId(by), back,
                why.cause(), paid.number().orElse("")));
    }

    /** The rest of a period that was left for a plan that costs less. */
    void toCredit(TenantId tenant, Excess excess, String cause) {
        book.lock(excess.invoice()).ifPresent(old -> {
            var why = new Why(Reason.CHANGE, cause + "/rest", words.text(tenant, "CREDIT_REST"));
            var amount = excess.amount().compareTo(old.creditable()) > 0 ? old.creditable() : excess.amount();
            if (!amount.isZero()) {
                give(tenant, old, why, corrections -> corrections.amount(amount));
                toCredit(tenant, old, amount, why);
            }
        });
    }

    /** Money of the payment that paid it went back. */
    void refunded(TenantId tenant, StoredInvoice paid, Money amount, String refund) {
        var back = amount.compareTo(paid.creditable()) > 0 ? paid.creditable() : amount;
        if (!back.isZero()) {
            give(tenant, paid, new Why(Reason.REFUND, "refund/" + refund, words.text(tenant, "CREDIT_REFUND")),
                    corrections -> corrections.amount(back));
        }
    }

    Optional<StoredInvoice> lockedOf(PaymentId payment) {
        return book.ofPayment(payment.value()).flatMap(found -> book.lock(found.id()));
    }
}

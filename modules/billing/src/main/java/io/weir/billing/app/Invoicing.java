package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.InvoiceIssued;
import io.weir.billing.api.InvoicePaid;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.InvoiceNumber;
import io.weir.billing.domain.InvoiceSequence;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredInvoice.Claim;
import io.weir.billing.domain.StoredLine;
import io.weir.billing.domain.pricing.Draft;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes invoices and makes them final, dated and numbered by the tenant's clock and zone. The number is taken last, so
 * that its counter is locked for as short as can be. In the caller's transaction.
 */
@ApplicationScoped
public class Invoicing {
    private Time time;
    private Tenants tenants;
    private InvoiceSequence sequence;
    private InvoiceBook book;
    private InvoiceParties parties;
    private Outbox outbox;

    protected Invoicing() {
    }

    @Inject
    public Invoicing(Time time, Tenants tenants, InvoiceSequence sequence, InvoiceBook book, InvoiceParties parties,
            Outbox outbox) {
        this.time = time;
        this.tenants = tenants;
        this.sequence = sequence;
        this.book = book;
        this.parties = parties;
        this.outbox = outbox;
    }

    /** Waits for what may still come, until it becomes final. */
    StoredInvoice draft(TenantId tenant, Claim claim, Draft priced, Instant until) {
        var invoice = new StoredInvoice(claim, time.now(tenant));
        invoice.waitUntil(until);
        invoice.price(priced);
        book.keep(invoice, StoredLine.of(invoice, priced.lines()));
        return invoice;
    }

    /** Open, and to be paid; paid already when it comes to nothing. */
    StoredInvoice open(TenantId tenant, Claim claim, Draft priced) {
        var invoice = draft(tenant, claim, priced, time.now(tenant));
        makeFinal(tenant, invoice, Optional.empty());
        return invoice;
    }

    /** What a settled payment was for. Quiet when there is one of this cause. */
    void paid(TenantId tenant, Claim claim, Draft priced, UUID payment) {
        if (book.ofCause(claim.cause()).isEmpty() && book.ofPayment(payment).isEmpty()) {
            makeFinal(tenant, draft(tenant, claim, priced, time.now(tenant)), Optional.of(payment));
        }
    }

    StoredInvoice creditNote(TenantId tenant, StoredInvoice note, Draft priced) {
        note.price(priced);
        book.keep(note, StoredLine.of(note, priced.lines()));
        makeFinal(tenant, note, Optional.empty());
        return note;
    }

    /** Priced for the last time. */
    void makeFinal(TenantId tenant, StoredInvoice draft, Draft priced) {
        draft.price(priced);
        book.replaceLines(draft, StoredLine.of(draft, priced.lines()));
        makeFinal(tenant, draft, Optional.empty());
    }

    private void makeFinal(TenantId tenant, StoredInvoice draft, Optional<UUID> payment) {
        var seller = tenants.byId(tenant);
        var now = time.now(tenant);
        int year = now.atZone(seller.zone()).getYear();
        var due = due(draft, now, now.plus(Duration.ofDays(parties.deadlines(tenant).dueDays())));
        var onPaper = parties.seller(tenant);
        var buyer = parties.buyer(tenant, draft.account());
        var lines = book.lines(draft.id());
        var number = new InvoiceNumber(seller.slug(), draft.kind(), year, sequence.next(tenant, draft.kind(), year));
        draft.issue(new StoredInvoice.Issue(number, now, payment.isPresent() ? now : due, onPaper, buyer), lines);
        payment.ifPresent(by -> draft.pay(Optional.of(by), now));
        outbox.publish(tenant, new InvoiceIssued(tenant, draft.account().toString(), draft.id().toString()));
    }

    /** What is paid in advance is due when its period begins, if not before. */
    private static Instant due(StoredInvoice draft, Instant now, Instant usual) {
        return draft.period().map(Period::from).filter(from -> draft.reason() == Reason.RENEWAL)
                .filter(from -> from.isBefore(usual)).map(from -> from.isBefore(now) ? now : from).orElse(usual);
    }

    /** An open one is paid. */
    void pay(TenantId tenant, StoredInvoice locked, Optional<UUID> payment) {
        locked.pay(payment, time.now(tenant));
        outbox.publish(tenant, new InvoicePaid(tenant, locked.account().toString(), locked.id().toString(),
                locked.number().orElseThrow()));
    }
}

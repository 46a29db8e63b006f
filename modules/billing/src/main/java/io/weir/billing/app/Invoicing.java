package io.weir.billing.app;

import io.weir.billing.api.Invoice.Kind;
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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Makes invoices and makes them final, dated and numbered by the tenant's clock and zone. The number is taken last, so
 * that its counter is locked for as short as can be and nothing else is waited for meanwhile. In the caller's
 * transaction.
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

    /** Something to be billed, and for how much. */
    record Wanted(Claim claim, Draft priced) {
    }

    /** Wait for what may still come, until they become final by themselves. */
    void drafts(TenantId tenant, List<Wanted> wanted, Function<Claim, Instant> until) {
        var drafts = made(tenant, wanted);
        drafts.keySet().forEach(draft -> draft.waitUntil(until.apply(draft.claim())));
        book.keep(drafts);
    }

    /** Open, and to be paid; paid already when it comes to nothing. */
    StoredInvoice open(TenantId tenant, Claim claim, Draft priced) {
        return open(tenant, List.of(new Wanted(claim, priced))).get(0);
    }

    /** Numbered as they are named; many with as many statements as one. */
    List<StoredInvoice> open(TenantId tenant, List<Wanted> wanted) {
        var invoices = made(tenant, wanted);
        issue(tenant, invoices, Optional.empty());
        book.keep(invoices);
        return List.copyOf(invoices.keySet());
    }

    /** What a settled payment was for. Quiet when there is one of this cause. */
    void paid(TenantId tenant, Claim claim, Draft priced, UUID payment) {
        if (book.ofCause(claim.cause()).isEmpty() && book.ofPayment(payment).isEmpty()) {
            var invoice = made(tenant, List.of(new Wanted(claim, priced)));
            issue(tenant, invoice, Optional.of(payment));
            book.keep(invoice);
        }
    }

    StoredInvoice creditNote(TenantId tenant, StoredInvoice note, Draft priced) {
        note.price(priced);
        var alone = new LinkedHashMap<>(Map.of(note, StoredLine.of(note, priced.lines())));
        issue(tenant, alone, Optional.empty());
        book.keep(alone);
        return note;
    }

    private LinkedHashMap<StoredInvoice, List<StoredLine>> made(TenantId tenant, List<Wanted> wanted) {
        var invoices = new LinkedHashMap<StoredInvoice, List<StoredLine>>();
        for (var each : wanted) {
            var invoice = new StoredInvoice(each.claim(), time.now(tenant));
            invoice.price(each.priced());
            invoices.put(invoice, StoredLine.of(invoice, each.priced().lines()));
        }
        return invoices;
    }

    /** Priced for the last time, and numbered in this order. Lines that come out as they were stay. */
    void makeFinal(TenantId tenant, LinkedHashMap<StoredInvoice, Draft> drafts) {
        var kept = book.lines(drafts.keySet().stream().map(StoredInvoice::id).toList());
        var lines = new LinkedHashMap<StoredInvoice, List<StoredLine>>();
        var changed = new LinkedHashMap<StoredInvoice, List<StoredLine>>();
        drafts.forEach((draft, priced) -> {
            draft.price(priced);
            lines.put(draft, kept.getOrDefault(draft.id(), List.of()));
            if (!lines.get(draft).stream().map(StoredLine::line).toList().equals(priced.lines())) {
                lines.put(draft, StoredLine.of(draft, priced.lines()));
                changed.put(draft, lines.get(draft));
            }
        });
        book.replaceLines(changed);
        issue(tenant, lines, Optional.empty());
    }

    /** All of one kind. */
    private void issue(TenantId tenant, LinkedHashMap<StoredInvoice, List<StoredLine>> drafts,
            Optional<UUID> payment) {
        if (drafts.isEmpty()) {
            return;
        }
        var now = time.now(tenant);
        var usual = now.plus(Duration.ofDays(parties.deadlines(tenant).dueDays()));
        var onPaper = parties.seller(tenant);
        var buyers = parties.buyers(tenant, drafts.keySet().stream().map(StoredInvoice::account).toList());
        var numbers = numbers(tenant, drafts.keySet().iterator().next().kind(), drafts.size());
        drafts.forEach((draft, lines) -> {
            var due = payment.isPresent() ? now : due(draft, now, usual);
            draft.issue(new StoredInvoice.Issue(numbers.next(), now, due, onPaper, buyers.get(draft.account())), lines);
            payment.ifPresent(by -> draft.pay(Optional.of(by), now));
        });
        outbox.publishAll(tenant, drafts.keySet().stream().map(draft ->
                new InvoiceIssued(tenant, draft.account().toString(), draft.id().toString())).toList());
    }

    private Iterator<InvoiceNumber> numbers(TenantId tenant, Kind kind, int count) {
        var seller = tenants.byId(tenant);
        int year = time.now(tenant).atZone(seller.zone()).getYear();
        long first = sequence.next(tenant, kind, year, count);
        return LongStream.range(first, first + count)
                .mapToObj(number -> new InvoiceNumber(seller.slug(), kind, year, number)).iterator();
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

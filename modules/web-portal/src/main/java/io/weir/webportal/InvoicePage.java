package io.weir.webportal;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.InvoiceMails;
import io.weir.billing.api.Purchases;
import io.weir.kernel.api.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One invoice, each of its lines to be opened down to single usages; what is open of it can be paid here. */
@Named("invoice")
@RequestScoped
public class InvoicePage {
    @Inject
    private ExplainedBill explained;
    @Inject
    private LineReasons reasons;
    @Inject
    private InvoiceRows rows;
    @Inject
    private BillLines bills;
    @Inject
    private Purchases purchases;
    @Inject
    private InvoiceMails mails;
    @Inject
    private Checkouts checkouts;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private List<LineReason> lines;

    private Optional<Invoice> invoice() {
        return explained.bill().invoice();
    }

    public String getId() {
        return explained.bill().id();
    }

    public String getTitle() {
        return invoice().map(rows::title).orElseGet(() -> format.text("runningTitle"));
    }

    public String getState() {
        return invoice().map(rows::state).orElse("draft");
    }

    public String getStateText() {
        return format.word("invoiceState", getState());
    }

    /** What a draft is, or why a credit note was made; empty for others. */
    public String getNote() {
        var bill = explained.bill();
        if (bill.running().isPresent()) {
            return format.text("runningNote", format.day(bill.running().get().until()),
                    format.time(bill.becomesFinal()));
        }
        return bill.isDraft() ? format.text("draftNote", format.time(bill.becomesFinal()))
                : invoice().flatMap(Invoice::note).orElse("");
    }

    public boolean isIssued() {
        return !explained.bill().isDraft();
    }

    public List<Fact> getFacts() {
        var facts = new ArrayList<Fact>();
        invoice().ifPresent(invoice -> {
            var dates = invoice.dates();
            dates.issued().ifPresent(day -> facts.add(new Fact(format.text("issued"), format.day(day))));
            dates.period().ifPresent(span -> facts.add(new Fact(format.text("period"), bills.span(span))));
            dates.due().filter(day -> invoice.status().isOpen())
                    .ifPresent(day -> facts.add(new Fact(format.text("due"), format.day(day))));
            dates.paid().filter(day -> invoice.kind() == Invoice.Kind.INVOICE)
                    .ifPresent(day -> facts.add(new Fact(format.text("paidAt"), format.day(day))));
            amount("credited", invoice.amounts().credited(), facts);
        });
        return facts;
    }

    private void amount(String key, Money amount, List<Fact> facts) {
        if (!amount.isZero()) {
            facts.add(new Fact(format.text(key), format.money(amount)));
        }
    }

    /** The invoice that a credit note is for: id and number; null for others. */
    public Invoice.Corrected getCorrects() {
        return invoice().flatMap(Invoice::corrects).orElse(null);
    }

    /** The payment that paid it; empty where none did. */
    public String getPayment() {
        return invoice().flatMap(Invoice::payment).map(Object::toString).orElse("");
    }

    public List<LineReason> getLines() {
        if (lines == null) {
            lines = explained.bill().lines().stream()
                    .map(line -> reasons.of(line, "/invoice/usage?id=" + getId())).toList();
        }
        return lines;
    }

    public List<BillLines.Sum> getSums() {
        var bill = explained.bill();
        return bills.sums(bill.lines().stream().map(line -> line.line()).toList(), bill.net(), bill.total());
    }

    public boolean isOwed() {
        return invoice().filter(InvoiceRows::isOwed).isPresent();
    }

    public String getOpen() {
        return format.money(due());
    }

    private Money due() {
        return invoice().orElseThrow().amounts().due();
    }

    public WaysToPay getWays() {
        return checkouts.ways(due());
    }

    public String pay() {
        return notices.attempt("form", () -> {
            var ordered = purchases.invoice(visitor.caller(), invoice().orElseThrow().id(), checkouts.how());
            return ordered.payment().isPresent() ? checkouts.proceed(ordered.payment().get()) : again("invoicePaid");
        });
    }

    public String send() {
        return notices.attempt("mail", () -> {
            mails.send(visitor.tenantId(), visitor.account(), invoice().orElseThrow().id());
            return again("invoiceSent");
        });
    }

    private String again(String said) {
        notices.done(format.text(said));
        return "/invoice?faces-redirect=true&id=" + getId();
    }

    /** A date or an amount, and what it is. */
    public record Fact(String name, String value) {
    }
}

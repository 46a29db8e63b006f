package io.weir.webadmin;

import io.weir.billing.api.Explanations;
import io.weir.billing.api.Explanations.Explanation;
import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.api.InvoiceMails;
import io.weir.billing.api.Invoices;
import io.weir.billing.api.Invoices.Filter;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Uuids;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** One invoice or credit note: what stands on it, why, the proof that it is what it was, and sending it again. */
@Named("invoice")
@RequestScoped
public class InvoicePage {
    @Inject
    private Explanations explanations;
    @Inject
    private Invoices invoices;
    @Inject
    private InvoiceDocuments documents;
    @Inject
    private InvoiceMails mails;
    @Inject
    private InvoiceRows rows;
    @Inject
    private LineWhys whys;
    @Inject
    private CurrentPlans plans;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Explanation explained;
    private Invoice invoice;
    private InvoiceRows.Row row;
    private List<LineWhys.Row> lines;
    private InvoiceDocument document;
    private Optional<Explanations.Recomputed> recomputed = Optional.empty();

    @PostConstruct
    void find() {
        var tenant = visitor.tenantId();
        explained = explanations.explain(tenant, Optional.empty(), Uuids.parse(visitor.parameter("id").orElse("")));
        invoice = explained.invoice();
        row = rows.row(invoice);
        lines = IntStream.range(0, explained.lines().size())
                .mapToObj(i -> whys.row(explained.lines().get(i), invoice.lines().get(i))).toList();
        document = documents.document(tenant, invoice.account(), invoice.id());
        recomputed = invoice.issuedAt().map(at -> explanations.recompute(tenant, at, at.plusMillis(1)));
    }

    public String mail() {
        return notices.attempt("mail", () -> {
            mails.send(visitor.tenantId(), invoice.account(), invoice.id());
            notices.done(format.text("invoiceMailed", document.buyer().email().orElse("")));
            return "/invoice?faces-redirect=true&id=" + invoice.id();
        });
    }

    Invoice invoice() {
        return invoice;
    }

    public String getId() {
        return invoice.id().toString();
    }

    public InvoiceRows.Row getRow() {
        return row;
    }

    public String getTotal() {
        return format.money(invoice.total());
    }

    public String getTitle() {
        return format.text(isDraft() ? "draftTitle" : isNote() ? "creditNoteTitle" : "invoiceTitle", row.number());
    }

    public boolean isDraft() {
        return invoice.status() == Status.DRAFT;
    }

    public boolean isNote() {
        return invoice.kind() == Kind.CREDIT_NOTE;
    }

    /** Why it is a draft still. */
    public String getWaits() {
        return format.text(invoice.reason() == Invoice.Reason.USAGE ? "draftWaitsUsage" : "draftWaits",
                format.time(invoice.dates().becomesFinal()));
    }

    public List<LineWhys.Row> getLines() {
        return lines;
    }

    public List<Fact> getFacts() {
        var facts = new ArrayList<Fact>();
        invoice.issuedAt().ifPresent(at -> facts.add(fact("issuedWord", format.time(at))));
        invoice.dates().due().ifPresent(at -> facts.add(fact("dueWord", format.time(at))));
        invoice.dates().paid().filter(at -> !isNote()).ifPresent(at -> facts.add(fact("paidWord", format.time(at))));
        invoice.dates().period().ifPresent(span -> facts.add(fact("period", plans.span(span))));
        invoice.note().ifPresent(note -> facts.add(fact("reason", note)));
        return facts;
    }

    public List<Fact> getSums() {
        var amounts = invoice.amounts();
        var sums = new ArrayList<Fact>();
        sums.add(fact("netWord", format.money(amounts.net())));
        document.totals().taxes().stream().filter(tax -> !tax.tax().isZero() || tax.rate().reverseCharge())
                .forEach(tax -> sums.add(new Fact(taxName(tax.rate()), format.money(tax.tax()))));
        sums.add(fact("total", format.money(amounts.total())));
        if (!isNote() && !isDraft()) {
            add(sums, "paidWord", amounts.paid());
            add(sums, "givenBackWord", amounts.credited());
            sums.add(fact("dueAmountWord", format.money(amounts.due())));
        }
        return sums;
    }

    private void add(List<Fact> sums, String text, Money amount) {
        if (!amount.isZero()) {
            sums.add(fact(text, format.money(amount)));
        }
    }

    private String taxName(InvoiceDocument.TaxRate rate) {
        return rate.reverseCharge() ? format.text("reverseChargeWord")
                : rate.name().orElse(format.text("taxWord")) + " " + format.decimal(rate.percent()) + " %";
    }

    private Fact fact(String text, String value) {
        return new Fact(format.text(text), value);
    }

    public List<String> getBuyer() {
        return party(document.buyer());
    }

    public List<String> getSeller() {
        return party(document.seller());
    }

    private List<String> party(InvoiceDocument.Party party) {
        var lines = new ArrayList<String>();
        lines.add(party.name());
        lines.addAll(party.address());
        party.country().map(code -> new Locale("", code).getDisplayCountry(visitor.getLocale()))
                .ifPresent(lines::add);
        party.vatId().ifPresent(id -> lines.add(format.text("vatIdIs", id)));
        party.email().ifPresent(lines::add);
        return lines;
    }

    public String getSubscription() {
        return invoice.subscription().map(Object::toString).orElse("");
    }

    public String getPayment() {
        return invoice.payment().map(Object::toString).orElse("");
    }

    public String getCorrects() {
        return invoice.corrects().map(of -> of.id().toString()).orElse("");
    }

    public String getCorrectsNumber() {
        return invoice.corrects().map(Invoice.Corrected::number).orElse("");
    }

    /** Credit notes over it, of the account's hundred newest. */
    public List<InvoiceRows.Row> getNotes() {
        if (invoice.amounts().credited().isZero()) {
            return List.of();
        }
        var filter = new Filter(Optional.of(invoice.account()), Optional.empty(), Optional.of(Kind.CREDIT_NOTE),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return invoices.all(visitor.tenantId(), filter, Page.Request.first()).items().stream()
                .filter(note -> note.corrects().filter(of -> of.id().equals(invoice.id())).isPresent())
                .map(rows::row).toList();
    }

    public String getHash() {
        return explained.contentHash().orElse("");
    }

    public boolean isIntact() {
        return explained.intact() && getDifferences().isEmpty();
    }

    /** What comes out otherwise when it is made again. */
    public List<Difference> getDifferences() {
        return recomputed.stream().flatMap(all -> all.differences().stream())
                .filter(difference -> difference.invoice().equals(invoice.id()))
                .map(difference -> new Difference(format.text("proof." + difference.what()),
                        difference.line().map(Object::toString).orElse(""), difference.kept(), difference.computed()))
                .toList();
    }

    /** A name and what is said of it. */
    public record Fact(String name, String value) {
    }

    /** What is kept, and what comes out now. */
    public record Difference(String what, String line, String kept, String computed) {
    }
}

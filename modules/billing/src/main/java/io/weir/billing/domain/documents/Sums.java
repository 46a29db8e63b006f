package io.weir.billing.domain.documents;

import static java.util.stream.Collectors.joining;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Kind;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.billing.api.InvoiceDocument.TaxRate;
import io.weir.billing.api.InvoiceDocument.TaxTotal;

/** What the lines come to: without tax, each tax, with tax, and what is still to be paid of it. */
record Sums(InvoiceDocument document, Wording words, Figures figures) {
    String write() {
        var totals = document.totals();
        boolean credit = document.kind() == Kind.CREDIT_NOTE;
        var taxes = Tax.none(document) ? "" : row("", words.say("NET_TOTAL"), figures.total(totals.net()))
                + totals.taxes().stream().map(this::tax).collect(joining());
        return "<div class=\"sums\"><table>" + taxes
                + row("total", words.say(credit ? "CREDITED" : "TOTAL"), figures.total(totals.gross()))
                + (credit ? "" : paid()) + "</table></div>";
    }

    /** Of a draft nothing is due yet, and of what was voided nothing any more. */
    private String paid() {
        var totals = document.totals();
        boolean claim = document.state() != State.DRAFT && document.state() != State.VOID;
        return (totals.paid().isZero() ? "" : row("", words.say("PAID"), figures.total(totals.paid())))
                + (claim ? row("total", words.say("DUE_NOW"), figures.total(totals.due())) : "");
    }

    private String tax(TaxTotal tax) {
        var share = words.around("TAX_OF", name(tax.rate()), figures.percent(tax.rate().percent()),
                figures.amount(tax.net()));
        return row("", share, figures.total(tax.tax()));
    }

    private String name(TaxRate rate) {
        return rate.name().map(Plain::markup).orElseGet(() -> words.say("TAX"));
    }

    private static String row(String style, String label, String amount) {
        return "<tr class=\"" + style + "\"><th>" + label + "</th><td class=\"num\">" + amount + "</td></tr>";
    }
}

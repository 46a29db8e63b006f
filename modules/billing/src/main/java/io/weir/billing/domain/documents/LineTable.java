package io.weir.billing.domain.documents;

import static java.util.stream.Collectors.joining;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Line;

/** The lines; their heading stands on each page. Without any tax there is one amount, else net, tax and gross. */
record LineTable(InvoiceDocument document, Wording words, Figures figures) {
    String write() {
        boolean taxed = !Tax.none(document);
        var heading = head("DESCRIPTION", "what") + head("QUANTITY", "num") + head("UNIT_PRICE", "num")
                + (taxed ? head("NET", "num") + head("TAX", "num") : "") + head(taxed ? "GROSS" : "AMOUNT", "num");
        return "<table class=\"lines\"><thead><tr>" + heading + "</tr></thead><tbody>"
                + document.lines().stream().map(line -> row(line, taxed)).collect(joining()) + "</tbody></table>";
    }

    private String head(String word, String style) {
        return "<th class=\"" + style + "\">" + words.say(word) + "</th>";
    }

    private String row(Line line, boolean taxed) {
        return "<tr><td class=\"what\">" + Plain.markup(line.description()) + "</td>" + number(quantity(line))
                + number(figures.price(line.unitPrice(), line.net()))
                + (taxed ? number(figures.amount(line.net())) + number(tax(line)) : "")
                + number(figures.amount(line.gross())) + "</tr>";
    }

    private String quantity(Line line) {
        return figures.quantity(line.quantity()) + line.unit().map(unit -> "<br/><small>" + Plain.markup(unit)
                + "</small>").orElse("");
    }

    private String tax(Line line) {
        return figures.amount(line.tax()) + "<br/><small>" + figures.percent(line.rate().percent()) + "</small>";
    }

    private static String number(String markup) {
        return "<td class=\"num\">" + markup + "</td>";
    }
}

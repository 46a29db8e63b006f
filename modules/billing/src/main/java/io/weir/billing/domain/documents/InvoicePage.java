package io.weir.billing.domain.documents;

import static java.util.stream.Collectors.joining;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Kind;
import io.weir.billing.api.InvoiceDocument.Line;
import io.weir.billing.api.InvoiceDocument.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An invoice as XHTML for the printer: who, what, how much, how to pay. */
record InvoicePage(InvoiceDocument document, Wording words, Figures figures, Optional<String> logo) {
    /** @param logo as a {@code data:} URI */
    static String of(InvoiceDocument document, Wording words, Optional<String> logo) {
        var figures = Figures.of(words.language(), document.zone(), words.plain("DAY"));
        return new InvoicePage(document, words, figures, logo).write();
    }

    private String write() {
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="%s"><head><title>%s</title>
                <meta name="author" content="%s"/></head><body>
                """.formatted(words.language().toLanguageTag(), name(), Plain.markup(document.seller().name()))
                + foot() + mark() + top() + parties() + new LineTable(document, words, figures).write()
                + new Sums(document, words, figures).write() + reverseCharge() + PayBox.of(document, words)
                + notes() + "</body></html>";
    }

    private String kind() {
        return words.say(document.kind() == Kind.CREDIT_NOTE ? "CREDIT_NOTE" : "INVOICE");
    }

    private String name() {
        return (kind() + " " + number()).strip();
    }

    private String number() {
        return document.number().map(Plain::markup).orElse("");
    }

    /** On every page. */
    private String foot() {
        var seller = document.seller();
        var about = Stream.of(Optional.of(seller.name()), seller.website(), seller.email()).flatMap(Optional::stream)
                .map(Plain::markup).collect(joining(" · "));
        return "<div id=\"foot\"><table><tr><td>" + about + "</td><td class=\"right\">" + name() + " · "
                + words.around("PAGE", "<span class=\"page\"></span>", "<span class=\"pages\"></span>")
                + "</td></tr></table></div>";
    }

    /** Across every page of what is no claim, or no claim any more. */
    private String mark() {
        return switch (document.state()) {
            case DRAFT -> "<div id=\"mark\">" + words.say("DRAFT") + "</div>";
            case VOID -> "<div id=\"mark\">" + words.say("VOID") + "</div>";
            default -> "";
        };
    }

    private String top() {
        var picture = logo.map(uri -> "<img class=\"logo\" alt=\"\" src=\"" + uri + "\"/>").orElse("");
        return "<table class=\"top\"><tr><td>" + picture + "<h1>" + kind() + "</h1><p class=\"number\">" + number()
                + "</p></td><td class=\"facts\"><table>" + facts() + "</table></td></tr></table>";
    }

    private String facts() {
        var dates = document.dates();
        return fact("CORRECTS", document.corrects().map(Plain::markup)) + fact("ISSUED", day(dates.issued()))
                + fact("DUE", dates.paid().isPresent() ? Optional.empty() : day(dates.due()))
                + fact("PAID_ON", day(dates.paid())) + fact("PERIOD", period());
    }

    /** The last day is the one in which the half-open time ends. */
    private Optional<String> period() {
        var from = document.dates().from();
        return from.flatMap(since -> document.dates().until().map(until -> figures.day(since) + " – "
                + figures.day(until.isAfter(since) ? until.minus(Duration.ofMillis(1)) : until)));
    }

    private Optional<String> day(Optional<Instant> moment) {
        return moment.map(figures::day);
    }

    private String fact(String word, Optional<String> markup) {
        return markup.map(value -> "<tr><th>" + words.say(word) + "</th><td>" + value + "</td></tr>").orElse("");
    }

    private String parties() {
        return "<table class=\"parties\"><tr><td>" + party("SELLER", document.seller()) + "</td><td>"
                + party("BUYER", document.buyer()) + "</td></tr></table>";
    }

    private String party(String role, Party party) {
        var lines = Stream.of(party.address().stream(), country(party).stream(),
                        labelled("VAT_ID", party.vatId()), labelled("REGISTRATION", party.registration()),
                        party.email().stream(), party.phone().stream())
                .flatMap(line -> line).map(Plain::markup).map(line -> "<br/>" + line).collect(joining());
        return "<p class=\"role\">" + words.say(role) + "</p><p><b>" + Plain.markup(party.name()) + "</b>" + lines
                + "</p>";
    }

    private Optional<String> country(Party party) {
        return party.country().map(code -> new Locale("", code).getDisplayCountry(words.language()));
    }

    private Stream<String> labelled(String word, Optional<String> value) {
        return value.map(text -> words.plain(word) + ": " + text).stream();
    }

    private String reverseCharge() {
        boolean reversed = document.lines().stream().map(Line::rate).anyMatch(rate -> rate.reverseCharge());
        return reversed ? "<p>" + words.say("REVERSE_CHARGE") + "</p>" : "";
    }

    private String notes() {
        return document.notes().stream().filter(note -> !note.isBlank())
                .map(note -> "<p class=\"note\">" + Plain.markup(note).replace("\n", "<br/>") + "</p>")
                .collect(joining());
    }
}

package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Line;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Invoices as rows of RFC 4180, one a line, the invoice's own columns repeated. For programs: a point before decimals,
 * days of the document's zone, no language.
 */
final class InvoiceTable {
    static final String HEADING = "invoice,number,kind,state,corrects,issued,due,paidOn,from,until,buyer,country,vatId,"
            + "currency,net,tax,gross,paid,open,line,lineKind,description,quantity,unit,unitPrice,lineNet,taxPercent,"
            + "taxName,reverseCharge,lineTax,lineGross\r\n";
    private static final String FORMULA = "=+-@\t\r\n";

    private InvoiceTable() {
    }

    static String rows(InvoiceDocument document) {
        var own = head(document) + "," + totals(document.totals());
        return document.lines().stream().map(line -> own + "," + cells(line) + "\r\n").collect(Collectors.joining());
    }

    private static String head(InvoiceDocument document) {
        var dates = document.dates();
        var buyer = document.buyer();
        return joined(document.id().toString(), text(document.number()), word(document.kind()), word(document.state()),
                text(document.corrects()), day(dates.issued(), document.zone()), day(dates.due(), document.zone()),
                day(dates.paid(), document.zone()), time(dates.from()), time(dates.until()), text(buyer.name()),
                text(buyer.country()), text(buyer.vatId()), document.currency().getCurrencyCode());
    }

    private static String totals(InvoiceDocument.Totals totals) {
        return Stream.of(totals.net(), totals.tax(), totals.gross(), totals.paid(), totals.due())
                .map(InvoiceTable::amount).collect(Collectors.joining(","));
    }

    private static String cells(Line line) {
        return joined(String.valueOf(line.no()), word(line.kind()), text(line.description()), number(line.quantity()),
                text(line.unit()), number(line.unitPrice()), amount(line.net()), number(line.rate().percent()),
                text(line.rate().name()), String.valueOf(line.rate().reverseCharge()), amount(line.tax()),
                amount(line.gross()));
    }

    private static String joined(String... cells) {
        return String.join(",", cells);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String amount(Money money) {
        return money.major().toPlainString();
    }

    private static String number(BigDecimal number) {
        return number.toPlainString();
    }

    private static String day(Optional<Instant> moment, ZoneId zone) {
        return moment.map(at -> LocalDate.ofInstant(at, zone).toString()).orElse("");
    }

    private static String time(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }

    private static String text(Optional<String> text) {
        return text.map(InvoiceTable::text).orElse("");
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it: buyers name themselves. */
    private static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        var harmless = formula ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}

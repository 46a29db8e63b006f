package io.weir.webadmin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.weir.billing.api.RecognisedRevenue;
import io.weir.billing.api.RecognisedRevenue.Day;
import io.weir.billing.api.SoldPackage;
import io.weir.billing.api.TopCustomers;
import io.weir.billing.api.UnpaidInvoices;
import io.weir.kernel.api.Money;
import io.weir.webadmin.MoneyCharts.Series;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was billed, earned, owed and sold, as pictures and tables of two or three amounts. */
@RequestScoped
public class SalesFigures {
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    /** By day, or by month where the days would be too many to see. */
    Figures revenue(RecognisedRevenue revenue, boolean byDay) {
        var spans = byDay ? revenue.days().stream().map(day -> new Span(format.day(day.day()), day.billed(),
                day.recognised())).toList() : months(revenue.days());
        var chart = charts().barsAndLine(spans.stream().map(Span::label).toList(),
                series("recognised", spans, span -> span.recognised().major()),
                series("billed", spans, span -> span.billed().major()));
        return new Figures(chart, spans.stream().map(span -> new Row(span.label(), "", "",
                List.of(format.money(span.recognised()), format.money(span.billed())))).toList());
    }

    private List<Span> months(List<Day> days) {
        return days.stream().collect(groupingBy(day -> YearMonth.from(day.day()), TreeMap::new,
                toList())).entrySet().stream().map(month ->
                new Span(format.month(month.getKey()), sum(month.getValue(), Day::billed),
                        sum(month.getValue(), Day::recognised))).toList();
    }

    private static Money sum(List<Day> days, Function<Day, Money> part) {
        return days.stream().map(part).reduce(Money::plus).orElseThrow();
    }

    Figures ages(UnpaidInvoices unpaid) {
        var chart = charts().bars(unpaid.ages().stream().map(age -> format.text("due." + age.word())).toList(),
                series("stillUnpaid", unpaid.ages(), age -> age.open().major()));
        return new Figures(chart, Stream.concat(unpaid.ages().stream(), Stream.of(unpaid.writtenOff()))
                .map(age -> new Row(format.text("due." + age.word()), "", "",
                        List.of(format.number(age.invoices()), format.money(age.open())))).toList());
    }

    Figures customers(TopCustomers top) {
        var chart = charts().lying(top.customers().stream().map(one -> brief(one.name())).toList(),
                series("billed", top.customers(), one -> one.net().major()));
        return new Figures(chart, top.customers().stream().map(one -> new Row(one.name(), "customer?id="
                + one.account(), "", List.of(format.number(one.invoices()), format.money(one.net()),
                top.share(one).map(share -> format.decimal(share) + " %").orElse(Format.NOTHING)))).toList());
    }

    Figures packages(List<SoldPackage> packages) {
        var chart = charts().lying(packages.stream().map(this::label).toList(),
                series("billed", packages, sold -> sold.net().major()));
        return new Figures(chart, packages.stream().map(sold -> new Row(name(sold), "",
                format.text("sold." + sold.kind()), List.of(format.number(sold.sold()), format.money(sold.net()),
                format.money(sold.gross())))).toList());
    }

    /** A plan and its usage have the same name. */
    private String label(SoldPackage sold) {
        return sold.kind().equals("plan") ? brief(name(sold))
                : brief(name(sold)) + " · " + format.text("sold." + sold.kind());
    }

    private String name(SoldPackage sold) {
        return sold.name().isEmpty() ? format.text("sold." + sold.kind()) : sold.name();
    }

    /** For a picture's margin. */
    private static String brief(String name) {
        return name.length() > 24 ? name.substring(0, 23) + "…" : name;
    }

    private <T> Series series(String name, List<T> all, Function<T, BigDecimal> value) {
        return new Series(format.text(name), all.stream().map(value).toList());
    }

    private MoneyCharts charts() {
        return new MoneyCharts(visitor.getLocale());
    }

    private record Span(String label, Money billed, Money recognised) {
    }

    /** {@code chart} for {@code p:chart}. */
    public record Figures(String chart, List<Row> rows) {
        /** So many rows as there are need so much room: the style class of the picture. */
        public String size() {
            return rows.size() > 6 ? "chart tall" : "chart";
        }
    }

    /** {@code link}: within the console, empty for none. {@code tag}: what kind it is. */
    public record Row(String name, String link, String tag, List<String> cells) {
    }
}

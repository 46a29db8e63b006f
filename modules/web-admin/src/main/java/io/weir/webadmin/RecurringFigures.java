package io.weir.webadmin;

import io.weir.billing.api.Cohort;
import io.weir.billing.api.RecurringMonth;
import io.weir.billing.api.RecurringMonth.Part;
import io.weir.webadmin.MoneyCharts.Series;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What recurs and who stays, as pictures and tables. */
@RequestScoped
public class RecurringFigures {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    /** The picture's months from left to right; the table's newest first. */
    Figures of(List<RecurringMonth> months) {
        var labels = months.stream().map(month -> format.month(month.month())).toList();
        var parts = List.of(series("mrr.new", months, RecurringMonth::newly),
                series("mrr.reactivation", months, RecurringMonth::reactivation),
                series("mrr.expansion", months, RecurringMonth::expansion),
                series("mrr.contraction", months, RecurringMonth::contraction),
                series("mrr.churn", months, RecurringMonth::churn));
        var rows = new ArrayList<Row>();
        months.forEach(month -> rows.add(0, row(month)));
        return new Figures(new MoneyCharts(visitor.getLocale()).stacked(labels, parts,
                series("mrr.end", months, RecurringMonth::end)), List.copyOf(rows));
    }

    private Series series(String name, List<RecurringMonth> months, Function<RecurringMonth, Part> part) {
        return new Series(format.text(name), months.stream().map(month -> part.apply(month).amount().major()).toList());
    }

    private Row row(RecurringMonth month) {
        return new Row(format.month(month.month()), format.money(month.start().amount()), text(month.newly()),
                text(month.reactivation()), text(month.expansion()), text(month.contraction()), text(month.churn()),
                format.money(month.end().amount()), format.number(month.end().accounts()),
                percent(month.revenueChurn()), percent(month.netRetention()));
    }

    private String text(Part part) {
        return part.accounts() == 0 ? Format.NOTHING
                : format.money(part.amount()) + " (" + format.number(part.accounts()) + ")";
    }

    /** One picture of all cohorts together, and each cohort's own line. */
    Retention of(List<Cohort> cohorts, int months) {
        var labels = IntStream.range(0, months).mapToObj(String::valueOf).toList();
        var chart = new MoneyCharts(visitor.getLocale()).lines(labels, List.of(
                new Series(format.text("retention.accounts"), together(cohorts, months, Cohort::accounts,
                        Cohort.Kept::accounts)),
                new Series(format.text("retention.revenue"), together(cohorts, months, cohort -> minor(cohort.kept()
                        .get(0)), RecurringFigures::minor))));
        return new Retention(chart, labels, cohorts.stream().map(cohort -> new Beginners(format.month(cohort.month()),
                format.number(cohort.accounts()), IntStream.range(0, months).mapToObj(after -> cell(cohort, after))
                .toList())).toList());
    }

    /** Percent of all that are old enough. */
    private static List<BigDecimal> together(List<Cohort> cohorts, int months, Function<Cohort, Long> whole,
            Function<Cohort.Kept, Long> part) {
        var shares = new ArrayList<BigDecimal>();
        for (int after = 0; after < months; after++) {
            int age = after;
            var old = cohorts.stream().filter(cohort -> cohort.kept().size() > age).toList();
            long all = old.stream().mapToLong(whole::apply).sum();
            long left = old.stream().mapToLong(cohort -> part.apply(cohort.kept().get(age))).sum();
            shares.add(all == 0 ? null : BigDecimal.valueOf(left).multiply(HUNDRED)
                    .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
        }
        return shares;
    }

    private static long minor(Cohort.Kept kept) {
        return kept.recurring().minor();
    }

    private Cell cell(Cohort cohort, int after) {
        if (after >= cohort.kept().size()) {
            return new Cell("", "", "");
        }
        var share = cohort.accountRetention(after);
        return new Cell(percent(share), percent(cohort.revenueRetention(after)),
                share.map(part -> "kept-" + part.intValue() / 20).orElse(""));
    }

    private String percent(Optional<BigDecimal> share) {
        return share.map(part -> format.decimal(part) + " %").orElse(Format.NOTHING);
    }

    /** {@code chart} for {@code p:chart}. */
    public record Figures(String chart, List<Row> rows) {
    }

    /** A month. Amounts of movements with the number of accounts that they are of. */
    public record Row(String month, String start, String newly, String reactivation, String expansion,
            String contraction, String churn, String end, String accounts, String revenueChurn, String netRetention) {
    }

    /** {@code months}: since the first one. */
    public record Retention(String chart, List<String> months, List<Beginners> cohorts) {
    }

    /** Who began in a month, and how many of them were left. */
    public record Beginners(String month, String accounts, List<Cell> cells) {
    }

    /** {@code style}: the darker, the more are left. */
    public record Cell(String accounts, String revenue, String style) {
    }
}

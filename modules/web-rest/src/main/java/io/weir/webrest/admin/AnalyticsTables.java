package io.weir.webrest.admin;

import io.weir.platform.api.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Figures as CSV: a line of names, then one for each month, day or thing. */
final class AnalyticsTables {
    private AnalyticsTables() {
    }

    static String of(AnalyticsViews.Recurring recurring) {
        return table(List.of("month", "from", "until", "start", "startAccounts", "new", "newAccounts", "expansion",
                "expansionAccounts", "contraction", "contractionAccounts", "churn", "churnAccounts", "reactivation",
                "reactivationAccounts", "end", "endAccounts", "arr", "accountChurn", "revenueChurn", "netRetention",
                "currency"), recurring.months().stream().map(month -> month(month, recurring.currency())));
    }

    private static List<Object> month(AnalyticsViews.Month month, String currency) {
        var cells = new ArrayList<>(row(month.month(), month.from(), month.until().orElse(null)));
        Stream.of(month.start(), month.newly(), month.expansion(), month.contraction(), month.churn(),
                month.reactivation(), month.end()).forEach(part -> cells.addAll(row(part.amount(), part.accounts())));
        cells.addAll(row(month.arr(), month.accountChurn().orElse(null), month.revenueChurn().orElse(null),
                month.netRetention().orElse(null), currency));
        return cells;
    }

    static String of(AnalyticsViews.Cohorts cohorts) {
        return table(List.of("cohort", "size", "after", "accounts", "mrr", "accountRetention", "revenueRetention",
                "currency"), cohorts.cohorts().stream().flatMap(cohort -> cohort.months().stream()
                .map(kept -> row(cohort.month(), cohort.accounts(), kept.after(), kept.accounts(), kept.mrr(),
                        kept.accountRetention().orElse(null), kept.revenueRetention().orElse(null),
                        cohorts.currency()))));
    }

    static String of(AnalyticsViews.Recognised recognised) {
        return table(List.of("day", "billed", "recognised", "currency"), recognised.days().stream()
                .map(day -> row(day.day(), day.billed(), day.recognised(), recognised.currency())));
    }

    static String of(AnalyticsViews.Unpaid unpaid) {
        return table(List.of("age", "invoices", "open", "currency"),
                Stream.concat(unpaid.ages().stream(), Stream.of(unpaid.writtenOff()))
                        .map(age -> row(age.age(), age.invoices(), age.open(), unpaid.currency())));
    }

    static String of(AnalyticsViews.Customers customers) {
        return table(List.of("account", "name", "invoices", "net", "share", "currency"),
                customers.customers().stream().map(one -> row(one.account(), one.name(), one.invoices(), one.net(),
                        one.share().orElse(null), customers.currency())));
    }

    static String of(AnalyticsViews.Packages packages) {
        return table(List.of("kind", "item", "name", "sold", "net", "gross", "currency"),
                packages.packages().stream().map(sold -> row(sold.kind(), sold.item(), sold.name(), sold.sold(),
                        sold.net(), sold.gross(), packages.currency())));
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    private static String table(List<String> names, Stream<List<Object>> rows) {
        var text = new StringBuilder(Csv.line(List.copyOf(names)));
        rows.forEach(row -> text.append(Csv.line(row)));
        return text.toString();
    }
}

package io.weir.webadmin;

import io.weir.billing.api.RecognisedRevenue;
import io.weir.billing.api.RecurringMonth;
import io.weir.billing.api.RevenueAnalytics;
import io.weir.billing.api.RevenueAnalytics.Days;
import io.weir.billing.api.RevenueAnalytics.Months;
import io.weir.billing.api.UnpaidInvoices;
import io.weir.platform.api.Time;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** How the business goes, by its invoices: some months up to now, in one currency. */
@Named("analytics")
@RequestScoped
public class AnalyticsPage {
    private static final int MOST_CUSTOMERS = 10;
    private static final String USUAL = "year";
    private static final Map<String, Integer> MONTHS = Map.of("quarter", 3, "half", 6, USUAL, 12);

    @Inject
    private RevenueAnalytics analytics;
    @Inject
    private RecurringFigures recurringFigures;
    @Inject
    private SalesFigures salesFigures;
    @Inject
    private Time time;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private List<Currency> currencies;
    private Currency currency;
    private String range;
    private RecurringMonth running;
    private UnpaidInvoices unpaid;
    private RecognisedRevenue recognised;
    private RecurringFigures.Figures recurring;
    private RecurringFigures.Retention retention;
    private SalesFigures.Figures revenue;
    private SalesFigures.Figures ages;
    private SalesFigures.Figures customers;
    private SalesFigures.Figures packages;

    @PostConstruct
    void look() {
        var tenant = visitor.tenantId();
        currencies = analytics.currencies(tenant);
        currency = visitor.parameter("currency").flatMap(code -> currencies.stream()
                .filter(known -> known.getCurrencyCode().equals(code)).findFirst()).orElse(currencies.get(0));
        range = visitor.parameter("range").filter(MONTHS::containsKey).orElse(USUAL);
        var today = LocalDate.ofInstant(time.now(tenant), visitor.tenant().zone());
        var month = YearMonth.from(today);
        var months = new Months(currency, month.minusMonths(MONTHS.get(range) - 1L), month);
        var days = new Days(currency, months.from().atDay(1), today);
        lookAtMonths(months);
        recognised = analytics.recognised(tenant, days);
        revenue = salesFigures.revenue(recognised, range.equals("quarter"));
        unpaid = analytics.unpaid(tenant, currency);
        ages = salesFigures.ages(unpaid);
        customers = salesFigures.customers(analytics.customers(tenant, days, MOST_CUSTOMERS));
        packages = salesFigures.packages(analytics.packages(tenant, days));
    }

    private void lookAtMonths(Months months) {
        var all = analytics.recurring(visitor.tenantId(), months);
        running = all.get(all.size() - 1);
        recurring = recurringFigures.of(all);
        retention = recurringFigures.of(analytics.cohorts(visitor.tenantId(), months), MONTHS.get(range));
    }

    public List<Tab> getRanges() {
        return List.of("quarter", "half", USUAL).stream().map(word -> new Tab("?range=" + word + "&currency="
                + currency.getCurrencyCode(), format.text("span." + word), word.equals(range) ? "here" : "")).toList();
    }

    /** None to choose from where there is only one. */
    public List<Tab> getCurrencies() {
        return currencies.size() < 2 ? List.of() : currencies.stream().map(each -> new Tab("?range=" + range
                + "&currency=" + each.getCurrencyCode(), each.getCurrencyCode(), each.equals(currency) ? "here" : ""))
                .toList();
    }

    public String getMrr() {
        return format.money(running.end().amount());
    }

    public String getMrrText() {
        var moved = running.end().amount().minus(running.start().amount());
        return format.text("mrrSinceStart", (moved.minor() > 0 ? "+" : "") + format.money(moved));
    }

    public String getArr() {
        return format.money(running.yearly());
    }

    public String getPaying() {
        return format.number(running.end().accounts());
    }

    public String getPayingText() {
        return format.text("payingMoved", running.newly().accounts() + running.reactivation().accounts(),
                running.churn().accounts());
    }

    public String getDeferred() {
        return format.money(recognised.after().deferred());
    }

    public String getUnbilledText() {
        return format.text("unbilledText", format.money(recognised.after().unbilled()));
    }

    public String getUnpaid() {
        return format.money(unpaid.total());
    }

    public String getWrittenOffText() {
        return format.text("writtenOffText", format.money(unpaid.writtenOff().open()));
    }

    public RecurringFigures.Figures getRecurring() {
        return recurring;
    }

    public RecurringFigures.Retention getRetention() {
        return retention;
    }

    public SalesFigures.Figures getRevenue() {
        return revenue;
    }

    public SalesFigures.Figures getAges() {
        return ages;
    }

    public SalesFigures.Figures getCustomers() {
        return customers;
    }

    public SalesFigures.Figures getPackages() {
        return packages;
    }

    /** Something to choose. */
    public record Tab(String link, String text, String style) {
    }
}

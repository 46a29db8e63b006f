package io.weir.billing.app;

import io.weir.billing.api.Cohort;
import io.weir.billing.api.RecognisedRevenue;
import io.weir.billing.api.RecurringMonth;
import io.weir.billing.api.RevenueAnalytics;
import io.weir.billing.api.SoldPackage;
import io.weir.billing.api.TopCustomers;
import io.weir.billing.api.UnpaidInvoices;
import io.weir.billing.domain.analytics.AccountPlans;
import io.weir.billing.domain.analytics.AccountPlans.Held;
import io.weir.billing.domain.analytics.Cohorts;
import io.weir.billing.domain.analytics.DailySums;
import io.weir.billing.domain.analytics.MonthEnds;
import io.weir.billing.domain.analytics.Movements;
import io.weir.billing.store.BilledLineRows;
import io.weir.billing.store.PlanLineRows;
import io.weir.billing.store.SalesRows;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what figures are made of, in the tenant's zone and by its clock, and has them made. */
@ApplicationScoped
@Transactional
@TenantScoped
public class InvoiceAnalytics implements RevenueAnalytics {
    private static final int MOST_CUSTOMERS = 100;

    private PlanLineRows planLines;
    private BilledLineRows billedLines;
    private SalesRows sales;
    private Catalogue catalogue;
    private Tenants tenants;
    private Time time;

    protected InvoiceAnalytics() {
    }

    @Inject
    public InvoiceAnalytics(PlanLineRows planLines, BilledLineRows billedLines, SalesRows sales, Catalogue catalogue,
            Tenants tenants, Time time) {
        this.planLines = planLines;
        this.billedLines = billedLines;
        this.sales = sales;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.time = time;
    }

    @Override
    public List<Currency> currencies(TenantId tenant) {
        return Stream.concat(Stream.of(tenants.byId(tenant).currency()),
                sales.currencies(tenant).stream().map(Currency::getInstance)).distinct().toList();
    }

    @Override
    public List<RecurringMonth> recurring(TenantId tenant, Months months) {
        var ends = ends(tenant, months);
        var movements = new Movements(ends);
        eachAccount(tenant, ends, movements::add);
        return movements.months();
    }

    @Override
    public List<Cohort> cohorts(TenantId tenant, Months months) {
        var ends = ends(tenant, months);
        var cohorts = new Cohorts(ends);
        eachAccount(tenant, ends, cohorts::add);
        return cohorts.cohorts();
    }

    private MonthEnds ends(TenantId tenant, Months months) {
        return new MonthEnds(months, tenants.byId(tenant).zone(), time.now(tenant));
    }

    private void eachAccount(TenantId tenant, MonthEnds ends, Consumer<AccountPlans> reader) {
        planLines.each(new PlanLineRows.Wanted(tenant, Optional.empty(), ends.last(),
                new CataloguePlanTerms(tenant, catalogue), ends.zone()), reader);
    }

    @Override
    public Map<UUID, Money> monthly(TenantId tenant, Collection<Subscription> subscriptions) {
        var ofAccounts = subscriptions.stream().collect(Collectors.groupingBy(Subscription::account));
        var now = time.now(tenant);
        var monthly = new HashMap<UUID, Money>();
        if (!ofAccounts.isEmpty()) {
            planLines.each(new PlanLineRows.Wanted(tenant, Optional.of(ofAccounts.keySet()), now,
                    new CataloguePlanTerms(tenant, catalogue), tenants.byId(tenant).zone()),
                    account -> ofAccounts.get(account.account()).forEach(each -> account.monthlyOf(held(each), now)
                            .ifPresent(worth -> monthly.put(each.id(), worth))));
        }
        return monthly;
    }

    private static Held held(Subscription subscription) {
        return new Held(subscription.id(), subscription.plan().slug(),
                subscription.status() == Status.ACTIVE || subscription.status() == Status.PAST_DUE);
    }

    @Override
    public RecognisedRevenue recognised(TenantId tenant, Days days) {
        var span = span(tenant, days);
        var sums = new DailySums(days);
        billedLines.each(new BilledLineRows.Wanted(tenant, days.currency(), span.from(), span.until(),
                tenants.byId(tenant).zone()), sums::add);
        return sums.sums();
    }

    @Override
    public UnpaidInvoices unpaid(TenantId tenant, Currency currency) {
        var zone = tenants.byId(tenant).zone();
        var ages = sales.unpaid(tenant, currency, LocalDate.ofInstant(time.now(tenant), zone), zone);
        var total = ages.stream().map(UnpaidInvoices.Age::open).reduce(Money.zero(currency), Money::plus);
        return new UnpaidInvoices(ages, sales.writtenOff(tenant, currency), total);
    }

    @Override
    public TopCustomers customers(TenantId tenant, Days days, int most) {
        if (most < 1 || most > MOST_CUSTOMERS) {
            throw Refusal.invalidField("limit", "OUT_OF_RANGE").asException();
        }
        var span = span(tenant, days);
        return new TopCustomers(sales.billed(span), sales.customers(span, most));
    }

    @Override
    public List<SoldPackage> packages(TenantId tenant, Days days) {
        var names = new OfferNames(tenant, catalogue);
        return sales.packages(span(tenant, days)).stream().map(names::named).toList();
    }

    private SalesRows.Span span(TenantId tenant, Days days) {
        var zone = tenants.byId(tenant).zone();
        return new SalesRows.Span(tenant, days.currency(), days.from().atStartOfDay(zone).toInstant(),
                days.to().plusDays(1).atStartOfDay(zone).toInstant());
    }
}

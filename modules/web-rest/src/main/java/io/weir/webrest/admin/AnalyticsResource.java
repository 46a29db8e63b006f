package io.weir.webrest.admin;

import io.weir.billing.api.RevenueAnalytics;
import io.weir.billing.api.RevenueAnalytics.Days;
import io.weir.billing.api.RevenueAnalytics.Months;
import io.weir.platform.api.Time;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import io.weir.webrest.metering.LogFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the business goes, by its invoices. Each table also as CSV, with {@code Accept: text/csv} or format=csv. */
@Path("admin/analytics")
@Tag(name = "Administration: analytics")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, AnalyticsResource.CSV})
public class AnalyticsResource {
    static final String CSV = "text/csv";
    private static final int USUAL_CUSTOMERS = 10;

    @Inject
    Callers callers;
    @Inject
    RevenueAnalytics analytics;
    @Inject
    Time time;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What recurs now and since the month began, what is billed but not earned yet, and what is "
            + "unpaid", description = "Net and in one currency; the tenant's own unless currency names another")
    public AnalyticsViews.Summary summary(@QueryParam("currency") String code) {
        var query = new AnalyticsQuery();
        query.currency = code;
        var currency = query.currency(callers.tenant());
        var now = time.now(callers.tenantId());
        var today = LocalDate.ofInstant(now, callers.tenant().zone());
        var month = YearMonth.from(today);
        var running = analytics.recurring(callers.tenantId(), new Months(currency, month, month)).get(0);
        var earned = analytics.recognised(callers.tenantId(), new Days(currency, today, today));
        return new AnalyticsViews.Summary(currency.getCurrencyCode(), analytics.currencies(callers.tenantId()).stream()
                .map(Currency::getCurrencyCode).toList(), now, running.end().amount().major(),
                running.yearly().major(), running.end().accounts(), AnalyticsViews.Month.of(running),
                earned.after().deferred().major(), analytics.unpaid(callers.tenantId(), currency).total().major());
    }

    @GET
    @Path("recurring")
    @Operation(summary = "Monthly recurring revenue: each month's start, new, expansion, contraction, churn, "
            + "reactivation and end; from and to are months (2026-11), the last twelve unless they are given")
    public Response recurring(@BeanParam AnalyticsQuery query, @Context HttpHeaders headers) {
        var months = query.months(callers.tenant(), time.now(callers.tenantId()));
        return answer("recurring", query, headers, AnalyticsViews.Recurring.of(months.currency(),
                analytics.recurring(callers.tenantId(), months)), AnalyticsTables::of);
    }

    @GET
    @Path("cohorts")
    @Operation(summary = "Accounts by the month of their first paid invoice, and what is left of them and of their "
            + "revenue at the end of each month since; from and to are months")
    public Response cohorts(@BeanParam AnalyticsQuery query, @Context HttpHeaders headers) {
        var months = query.months(callers.tenant(), time.now(callers.tenantId()));
        return answer("cohorts", query, headers, AnalyticsViews.Cohorts.of(months.currency(),
                analytics.cohorts(callers.tenantId(), months)), AnalyticsTables::of);
    }

    @GET
    @Path("revenue")
    @Operation(summary = "Billed and recognised by day, and what is deferred before and after; from and to are days, "
            + "the last thirty unless they are given")
    public Response revenue(@BeanParam AnalyticsQuery query, @Context HttpHeaders headers) {
        var days = days(query);
        return answer("revenue", query, headers, AnalyticsViews.Recognised.of(days.currency(),
                analytics.recognised(callers.tenantId(), days)), AnalyticsTables::of);
    }

    @GET
    @Path("unpaid")
    @Operation(summary = "What is unpaid of open invoices now, tax included, by days since it was due")
    public Response unpaid(@BeanParam AnalyticsQuery query, @Context HttpHeaders headers) {
        var currency = query.currency(callers.tenant());
        return answer("unpaid", query, headers, AnalyticsViews.Unpaid.of(currency,
                analytics.unpaid(callers.tenantId(), currency)), AnalyticsTables::of);
    }

    @GET
    @Path("customers")
    @Operation(summary = "Who was billed most, net, from one day to another; limit is 10 unless it is given")
    public Response customers(@BeanParam AnalyticsQuery query, @QueryParam("limit") String limit,
            @Context HttpHeaders headers) {
        var days = days(query);
        int most = Params.whole("limit", limit, USUAL_CUSTOMERS, 1, 100);
        return answer("customers", query, headers, AnalyticsViews.Customers.of(days.currency(),
                analytics.customers(callers.tenantId(), days, most)), AnalyticsTables::of);
    }

    @GET
    @Path("packages")
    @Operation(summary = "What was sold, by plan, extension and credit package, from one day to another")
    public Response packages(@BeanParam AnalyticsQuery query, @Context HttpHeaders headers) {
        var days = days(query);
        return answer("packages", query, headers, AnalyticsViews.Packages.of(days.currency(),
                analytics.packages(callers.tenantId(), days)), AnalyticsTables::of);
    }

    private Days days(AnalyticsQuery query) {
        return query.days(callers.tenant(), time.now(callers.tenantId()));
    }

    private static <T> Response answer(String name, AnalyticsQuery query, HttpHeaders headers, T view,
            Function<T, String> table) {
        if (!LogFormat.isCsv(query.format, headers.getAcceptableMediaTypes())) {
            return Response.ok(view).type(MediaType.APPLICATION_JSON).build();
        }
        return Response.ok(table.apply(view)).type(CSV + ";charset=utf-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"").build();
    }
}

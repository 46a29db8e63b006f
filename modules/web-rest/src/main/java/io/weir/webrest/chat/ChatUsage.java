package io.weir.webrest.chat;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageReports;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** The calls of an account as seed B shows them. */
@ApplicationScoped
class ChatUsage {
    private static final String NEVER = "N/A - Free tier has no expiration";

    @Inject
    Allowances allowances;
    @Inject
    UsageReports reports;
    @Inject
    Time time;

    Allowance now(TenantId tenant, AccountId account) {
        var balance = allowances.balance(tenant, account, MeterKey.CALLS);
        return new Allowance(balance.used(), balance.granted(), balance.remaining(),
                balance.until().<Object>map(t -> t).orElse(NEVER));
    }

    /** Today and the days before it, in the tenant's zone. */
    Statistics ofDays(Tenant tenant, AccountId account, int days) {
        var today = LocalDate.ofInstant(time.now(tenant.id()), tenant.zone());
        var from = today.minusDays(days - 1L).atStartOfDay(tenant.zone()).toInstant();
        var until = today.plusDays(1).atStartOfDay(tenant.zone()).toInstant();
        var span = new UsageReports.Span(from, until, tenant.zone(), UsageReports.Span.Step.DAY);
        var found = reports.days(tenant.id(), account, MeterKey.CALLS, span).stream()
                .map(day -> new Day(day.date(), day.requests(), day.tokens())).toList();
        return new Statistics(days + " days", found.stream().mapToLong(Day::requests).sum(),
                found.stream().mapToLong(Day::tokens).sum(), found);
    }

    /** {@code resetDate} is a time, or the seed's words for a free tier that never starts over. */
    public record Allowance(long currentUsage, long limit, long remaining, Object resetDate) {
    }

    /** Days without requests are not listed. */
    public record Statistics(String period, long totalRequests, long totalTokens, List<Day> dailyBreakdown) {
    }

    /** One day. */
    public record Day(LocalDate date, long requests, long tokens) {
    }
}

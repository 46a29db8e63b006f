package io.weir.webrest.credits;

import io.weir.metering.api.Meter;
import io.weir.metering.api.UsageReports;
import io.weir.metering.api.UsageReports.By;
import io.weir.metering.api.UsageReports.Day;
import io.weir.metering.api.UsageReports.Share;
import io.weir.platform.api.Time;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.webrest.metering.Quantities;
import io.weir.webrest.usage.LastDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where an account's credits went, in the tenant's days. */
@Path("credits/usage")
@Tag(name = "Credits")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditUsageResource {
    @Inject
    Callers callers;
    @Inject
    CreditMeter credits;
    @Inject
    UsageReports reports;
    @Inject
    Time time;

    @GET
    @Path("summary")
    @Operation(summary = "By operation, most credits first")
    public Summary summary(@QueryParam("days") String days) {
        var span = span(days);
        var meter = credits.of(callers.tenantId());
        var byOperation = shares(meter, span, By.OPERATION).stream().map(share -> new OperationUse(
                Texts.given(share.name()), share.requests(), Quantities.toUnits(share.quantity(), meter))).toList();
        long total = days(meter, span).stream().mapToLong(Day::quantity).sum();
        return new Summary(span.words(), Quantities.toUnits(total, meter), byOperation);
    }

    @GET
    @Path("daily")
    @Operation(summary = "By day, oldest first, days without use too")
    public List<DayUse> daily(@QueryParam("days") String days) {
        var span = span(days);
        var meter = credits.of(callers.tenantId());
        return filled(span, days(meter, span), meter);
    }

    @GET
    @Path("models")
    @Operation(summary = "By model, most credits first")
    public List<ModelUse> models(@QueryParam("days") String days) {
        var span = span(days);
        var meter = credits.of(callers.tenantId());
        return shares(meter, span, By.MODEL).stream().map(share -> new ModelUse(Texts.given(share.name()),
                share.requests(), Quantities.toUnits(share.quantity(), meter))).toList();
    }

    static List<DayUse> filled(LastDays span, List<Day> used, Meter meter) {
        Map<LocalDate, Day> known = used.stream().collect(Collectors.toMap(Day::date, Function.identity()));
        return span.dates().stream().map(date -> known.getOrDefault(date, new Day(date, 0, 0, 0)))
                .map(day -> new DayUse(day.date(), day.requests(), Quantities.toUnits(day.quantity(), meter))).toList();
    }

    private LastDays span(String days) {
        var tenant = callers.tenant();
        return LastDays.of(LastDays.count(days), time.now(tenant.id()), tenant.zone());
    }

    private List<Day> days(Meter meter, LastDays span) {
        return reports.days(callers.tenantId(), callers.account(), meter.key(), span.span());
    }

    private List<Share> shares(Meter meter, LastDays span, By by) {
        return reports.breakdown(callers.tenantId(), callers.account(), meter.key(), span.span(), by);
    }

    /** {@code totalCredits} is of all operations, also of those beyond the hundred that are listed. */
    public record Summary(String period, BigDecimal totalCredits, List<OperationUse> byOperation) {
    }

    /** {@code operation} is absent for what was charged without one. */
    public record OperationUse(Optional<String> operation, long requests, BigDecimal credits) {
    }

    /** One day. */
    public record DayUse(LocalDate date, long requests, BigDecimal credits) {
    }

    /** {@code model} is absent for calls without one. */
    public record ModelUse(Optional<String> model, long requests, BigDecimal credits) {
    }
}

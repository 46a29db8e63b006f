package io.weir.webrest.usage;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.UsageAlerts;
import io.weir.metering.api.UsageReports;
import io.weir.metering.api.UsageReports.By;
import io.weir.platform.api.Time;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed E's usage, of tokens or of any other meter. */
@Path("usage")
@Tag(name = "Usage")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {
    /** More than a meter can have in one period: three for each grant. */
    private static final int RECENT_ALERTS = 100;

    @Inject
    Callers callers;
    @Inject
    UsageMeters meters;
    @Inject
    Allowances allowances;
    @Inject
    UsageAlerts alerts;
    @Inject
    UsageReports reports;
    @Inject
    Time time;

    @GET
    @Operation(summary = "Quota, used and left in the running period: of tokens, else of the tenant's first meter, "
            + "or of the one named by meter")
    public QuotaView usage(@QueryParam("meter") String meter) {
        var tenant = callers.tenantId();
        var account = callers.account();
        var chosen = meters.chosen(tenant, meter);
        return QuotaView.of(allowances.balance(tenant, account, chosen.key()),
                alerts.recent(tenant, account, RECENT_ALERTS));
    }

    @GET
    @Path("breakdown")
    @Operation(summary = "The last days' use of a meter by endpoint, operation, model, key or status, most first")
    public BreakdownView breakdown(@QueryParam("meter") String meter, @QueryParam("by") String by,
                                   @QueryParam("days") String days) {
        var tenant = callers.tenant();
        var account = callers.account();
        var dimension = dimension(by);
        var span = LastDays.of(LastDays.count(days), time.now(tenant.id()), tenant.zone());
        var chosen = meters.chosen(tenant.id(), meter);
        var shares = reports.breakdown(tenant.id(), account, chosen.key(), span.span(), dimension);
        return BreakdownView.of(chosen, dimension, span.words(), shares);
    }

    static By dimension(String word) {
        var given = Texts.given(word).orElse("endpoint");
        return Arrays.stream(By.values()).filter(by -> by.name().toLowerCase(Locale.ROOT).equals(given)).findFirst()
                .orElseThrow(() -> Refusal.invalidField("by", "NOT_AN_OPTION").asException());
    }
}

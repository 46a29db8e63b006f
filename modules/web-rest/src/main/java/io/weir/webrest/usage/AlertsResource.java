package io.weir.webrest.usage;

import io.weir.metering.api.UsageAlerts;
import io.weir.metering.api.UsageAlerts.Alert;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import io.weir.webrest.metering.Quantities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The thresholds of 80, 90 and 100 % that an account's use has reached. */
@Path("usage/alerts")
@Tag(name = "Usage")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlertsResource {
    private static final int MOST = 100;

    @Inject
    Callers callers;
    @Inject
    UsageAlerts alerts;

    @GET
    @Operation(summary = "Alerts, newest first, and how many nobody has seen")
    public Bell alerts(@QueryParam("limit") String limit) {
        int atMost = Params.whole("limit", limit, 20, 1, MOST);
        var tenant = callers.tenantId();
        var account = callers.account();
        return new Bell(alerts.unseen(tenant, account),
                alerts.recent(tenant, account, atMost).stream().map(AlertView::of).toList());
    }

    @POST
    @Path("seen")
    @Operation(summary = "All of them have been seen")
    public void seen() {
        alerts.markSeen(callers.tenantId(), callers.account());
    }

    /** {@code unseen} counts older ones too. */
    public record Bell(int unseen, List<AlertView> items) {
    }

    /** Quantities in the meter's unit, as they were when the threshold was reached. */
    public record AlertView(UUID id, String meter, String title, int threshold, BigDecimal used, BigDecimal granted,
                            Optional<Instant> periodEnd, Instant triggeredAt, boolean seen) {
        static AlertView of(Alert alert) {
            var meter = alert.meter();
            return new AlertView(alert.id(), meter.key().value(), meter.title(), alert.percent(),
                    Quantities.toUnits(alert.used(), meter), Quantities.toUnits(alert.granted(), meter),
                    alert.periodEnd(), alert.at(), alert.seen());
        }
    }
}

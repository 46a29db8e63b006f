package io.weir.webportal;

import io.weir.metering.api.UsageReports.Span;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import io.weir.tenancy.api.Tenant;
import java.time.temporal.ChronoUnit;

/** The last 24 hours by hour, or the last 7, 30 or 90 days by day, today included. */
@ApplicationScoped
public class Ranges {
    @Inject
    private Time time;

    /** @param range day, week, month or quarter; anything else is a week */
    Span span(Tenant tenant, String range) {
        var now = time.now(tenant.id()).atZone(tenant.zone());
        if ("day".equals(range)) {
            var until = now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            return new Span(until.minusHours(24).toInstant(), until.toInstant(), tenant.zone(), Span.Step.HOUR);
        }
        var until = now.toLocalDate().plusDays(1);
        var from = until.minusDays("quarter".equals(range) ? 90 : "month".equals(range) ? 30 : 7);
        return new Span(from.atStartOfDay(tenant.zone()).toInstant(), until.atStartOfDay(tenant.zone()).toInstant(),
                tenant.zone(), Span.Step.DAY);
    }
}

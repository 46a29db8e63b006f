package io.weir.webportal;

import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageReports;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** How many requests came with each key in the last 30 days. */
@RequestScoped
public class KeyRequests {
    @Inject
    private UsageReports reports;
    @Inject
    private Meters meters;
    @Inject
    private Ranges ranges;
    @Inject
    private Visitor visitor;

    /** A request counts on the first meter it was charged on, so the sum over the meters counts each once. */
    Map<String, Long> byKey() {
        var span = ranges.span(visitor.getTenant(), "month");
        var requests = new HashMap<String, Long>();
        meters.of(visitor.tenantId()).stream().flatMap(meter -> reports.breakdown(visitor.tenantId(),
                visitor.account(), meter.key(), span, UsageReports.By.KEY).stream())
                .forEach(share -> requests.merge(share.name(), share.requests(), Long::sum));
        return requests;
    }
}

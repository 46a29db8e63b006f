package io.weir.webportal;

import io.weir.metering.api.UsageReports;
import io.weir.platform.api.Installation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where a customer stands: what is left, what was used. */
@Named
@RequestScoped
public class Dashboard {
    @Inject
    private Gauges gauges;
    @Inject
    private UsageReports reports;
    @Inject
    private Ranges ranges;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;
    @Inject
    private Installation installation;

    private UsageReports.Overview overview;

    private UsageReports.Overview overview() {
        if (overview == null) {
            overview = reports.overview(visitor.tenantId(), visitor.account(), ranges.span(visitor.getTenant(),
                    "week"));
        }
        return overview;
    }

    public List<Gauges.Gauge> getMeters() {
        return gauges.all();
    }

    public boolean isNewcomer() {
        return overview().totals().requests() == 0;
    }

    public String getChart() {
        return Charts.requests(overview().series(), format.text("answered"), format.text("errorsTitle"),
                visitor.getBrand().accent());
    }

    public String getExample() {
        return "curl -X POST " + installation.baseUrl() + "/api/chat \\\n  -H 'X-API-Key: weir_…' \\\n"
                + "  -H 'Content-Type: application/json' \\\n  -d '{\"message\": \"Hello\"}'";
    }
}

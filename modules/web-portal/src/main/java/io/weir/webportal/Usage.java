package io.weir.webportal;

import io.weir.metering.api.UsageReports;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.List;
import java.util.Set;

/** How the API was used in a range. */
@Named
@RequestScoped
public class Usage {
    @Inject
    private UsageReports reports;
    @Inject
    private Ranges ranges;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private String range = "week";
    private UsageReports.Overview overview;

    private UsageReports.Overview overview() {
        if (overview == null) {
            overview = reports.overview(visitor.tenantId(), visitor.account(), ranges.span(visitor.getTenant(), range));
        }
        return overview;
    }

    public UsageReports.Totals getTotals() {
        return overview().totals();
    }

    public String getRequests() {
        return format.quantity(overview().totals().requests(), 0);
    }

    public String getErrors() {
        return format.quantity(overview().totals().errors(), 0);
    }

    public String getErrorRate() {
        var percent = NumberFormat.getPercentInstance(visitor.getLocale());
        percent.setMaximumFractionDigits(1);
        return percent.format(overview().totals().errorRate());
    }

    public String getChart() {
        return Charts.requests(overview().series(), format.text("answered"), format.text("errorsTitle"),
                visitor.getBrand().accent());
    }

    public List<UsageReports.Endpoint> getEndpoints() {
        return overview().topEndpoints();
    }

    public String getRange() {
        return range;
    }

    public void setRange(String range) {
        this.range = Set.of("day", "week", "month").contains(String.valueOf(range)) ? range : "week";
    }
}

package io.weir.webadmin;

import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageReports;
import io.weir.platform.api.Time;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What all customers use just now; the page asks again by itself. */
@Named("live")
@RequestScoped
public class LivePage {
    @Inject
    private UsageReports reports;
    @Inject
    private Meters meters;
    @Inject
    private LatestUsages latest;
    @Inject
    private Time time;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private String range;
    private Instant now;
    private UsageReports.Overview overview;
    private List<Amount> amounts;
    private List<LatestUsages.Row> usages;

    @PostConstruct
    void look() {
        range = visitor.parameter("range").filter(Spans.WORDS::contains).orElse("day");
        now = time.now(visitor.tenantId());
        var span = Spans.of(range, now, visitor.tenant().zone());
        overview = reports.overviewOfTenant(visitor.tenantId(), span);
        var totals = reports.totals(visitor.tenantId(), span);
        amounts = meters.of(visitor.tenantId()).stream().map(m -> amount(m, totals)).toList();
        usages = latest.rows(now);
    }

    private Amount amount(Meter meter, Map<String, Long> totals) {
        return new Amount(meter.title(), format.quantity(totals.getOrDefault(meter.key().value(), 0L),
                meter.decimals()), meter.unit());
    }

    public List<Tab> getTabs() {
        return Spans.WORDS.stream().map(word -> new Tab("?range=" + word, format.text("range." + word),
                word.equals(range) ? "here" : "")).toList();
    }

    public String getAsOf() {
        return format.text("asOf", format.clock(now));
    }

    public String getRequests() {
        return format.number(overview.totals().requests());
    }

    public String getErrors() {
        return format.text("errorsCount", overview.totals().errors());
    }

    public String getErrorRate() {
        return format.share(overview.totals().errorRate());
    }

    public UsageReports.Totals getTotals() {
        return overview.totals();
    }

    public String getChart() {
        return Charts.requests(overview.series(), format.text("answered"), format.text("errorsTitle"));
    }

    public List<Endpoint> getEndpoints() {
        return overview.topEndpoints().stream().map(e -> new Endpoint(e.endpoint(), format.number(e.requests()),
                format.number(e.errors()), format.number(e.avgMs()), format.number(e.p95Ms()))).toList();
    }

    public List<Status> getStatuses() {
        return overview.statusCodes().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(s -> new Status(s.getKey(), format.number(s.getValue()), s.getKey().compareTo("4") < 0 ? "active"
                        : s.getKey().compareTo("5") < 0 ? "pending" : "failed")).toList();
    }

    public String getRange() {
        return range;
    }

    public List<Amount> getAmounts() {
        return amounts;
    }

    public List<LatestUsages.Row> getUsages() {
        return usages;
    }

    /** A range to choose. */
    public record Tab(String link, String text, String style) {
    }

    /** How much of a meter was used. */
    public record Amount(String title, String quantity, String unit) {
    }

    /** An endpoint and how it did. */
    public record Endpoint(String endpoint, String requests, String errors, String avgMs, String p95Ms) {
    }

    /** An HTTP status and how often it was answered. */
    public record Status(String code, String requests, String style) {
    }
}

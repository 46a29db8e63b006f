package io.weir.webportal;

import io.weir.identity.api.ApiKeys;
import io.weir.kernel.api.Uuids;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageReports;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/**
 * How the API was used in a range: {@code ?range=}, of one meter {@code ?meter=}, broken down {@code ?by=}, or of one
 * key {@code ?key=}.
 */
@Named
@RequestScoped
public class Usage {
    @Inject
    private UsageReports reports;
    @Inject
    private Meters meters;
    @Inject
    private ApiKeys keys;
    @Inject
    private Breakdowns breakdowns;
    @Inject
    private Gauges gauges;
    @Inject
    private Ranges ranges;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private UsageView view;
    private Optional<Meter> meter;
    private UsageReports.Overview overview;

    @PostConstruct
    void look() {
        var all = meters.of(visitor.tenantId());
        meter = all.stream().filter(m -> visitor.parameter("meter").filter(m.key().value()::equals).isPresent())
                .findFirst().or(() -> all.stream().filter(m -> m.key().value().equals("calls")).findFirst())
                .or(() -> all.stream().findFirst());
        view = new UsageView(UsageView.range(visitor.parameter("range")),
                meter.map(m -> m.key().value()).orElse(""), UsageView.by(visitor.parameter("by")),
                visitor.parameter("key").map(Uuids::parse));
        overview = reports.overview(visitor.tenantId(), visitor.account(), span(), view.key());
    }

    private UsageReports.Span span() {
        return ranges.span(visitor.getTenant(), view.range());
    }

    public List<Tab> getRanges() {
        return UsageView.RANGES.stream().map(r -> new Tab(format.text(r), view.inRange(r).link(),
                r.equals(view.range()))).toList();
    }

    /** To choose from, where there is a choice. */
    public List<Tab> getMeters() {
        var all = meters.of(visitor.tenantId());
        return all.size() < 2 ? List.of() : all.stream().map(m -> new Tab(m.title(),
                view.ofMeter(m.key().value()).link(), m.key().value().equals(view.meter()))).toList();
    }

    public List<Tab> getBreakdowns() {
        return Breakdowns.OFFERED.stream().map(by -> new Tab(format.text("by." + by), view.brokenDown(by).link(),
                by == view.by())).toList();
    }

    /** What the page is narrowed to: a key's name, or empty. */
    public String getKeyName() {
        return view.key().map(id -> keys.of(visitor.tenantId(), visitor.account()).stream()
                .filter(k -> k.id().equals(id)).map(ApiKeys.ApiKey::name).findFirst().orElse(id.toString())).orElse("");
    }

    public String getWithoutKey() {
        return view.withoutKey().link();
    }

    public String getExport() {
        return "usage/export.csv" + view.link();
    }

    public UsageReports.Totals getTotals() {
        return overview.totals();
    }

    public String getRequests() {
        return format.quantity(overview.totals().requests(), 0);
    }

    public String getErrors() {
        return format.quantity(overview.totals().errors(), 0);
    }

    public String getErrorRate() {
        return format.share(overview.totals().errorRate());
    }

    public String getChart() {
        return Charts.requests(overview.series(), format.text("answered"), format.text("errorsTitle"),
                visitor.getBrand().accent());
    }

    /** Of one key the endpoints of all meters; of the whole account the chosen meter by what was chosen. */
    public List<Breakdowns.Row> getRows() {
        return view.key().isPresent() ? breakdowns.endpoints(overview)
                : meter.map(m -> breakdowns.rows(m, span(), view)).orElse(List.of());
    }

    /** The bar of the chosen meter; absent where nothing of it is open. */
    public Gauges.Gauge getGauge() {
        return gauges.all().stream().filter(g -> g.key().equals(view.meter())).findFirst().orElse(null);
    }

    public UsageView getView() {
        return view;
    }

    /** A link of a row of tabs. */
    public record Tab(String text, String link, boolean here) {
    }
}

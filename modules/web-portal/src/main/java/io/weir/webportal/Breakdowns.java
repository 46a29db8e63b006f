package io.weir.webportal;

import io.weir.identity.api.ApiKeys;
import io.weir.kernel.api.Uuids;
import io.weir.metering.api.Meter;
import io.weir.metering.api.UsageReports;
import io.weir.metering.api.UsageReports.By;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What used how much, as rows of a table. */
@RequestScoped
public class Breakdowns {
    static final List<By> OFFERED = List.of(By.ENDPOINT, By.OPERATION, By.MODEL, By.KEY);

    @Inject
    private UsageReports reports;
    @Inject
    private ApiKeys keys;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    /** One meter, by endpoint, operation, model or key. */
    List<Row> rows(Meter meter, UsageReports.Span span, UsageView view) {
        Map<String, String> names = view.by() == By.KEY ? keyNames() : Map.of();
        return reports.breakdown(visitor.tenantId(), visitor.account(), meter.key(), span, view.by()).stream()
                .map(s -> new Row(s.name().isEmpty() ? format.text("noneOf." + view.by())
                        : names.getOrDefault(s.name(), s.name()),
                        view.by() == By.KEY && !s.name().isEmpty() ? view.ofKey(Uuids.parse(s.name())).link() : "",
                        format.quantity(s.quantity(), meter.decimals()), format.quantity(s.requests(), 0),
                        format.quantity(s.errors(), 0), format.quantity(s.latency().avgMs(), 0),
                        format.quantity(s.latency().p95Ms(), 0))).toList();
    }

    private Map<String, String> keyNames() {
        return keys.of(visitor.tenantId(), visitor.account()).stream()
                .collect(Collectors.toMap(k -> k.id().toString(), ApiKeys.ApiKey::name));
    }

    /** The endpoints of an overview, which knows no quantities. */
    List<Row> endpoints(UsageReports.Overview overview) {
        return overview.topEndpoints().stream().map(e -> new Row(e.endpoint(), "", "", format.quantity(e.requests(), 0),
                format.quantity(e.errors(), 0), format.quantity(e.avgMs(), 0), format.quantity(e.p95Ms(), 0))).toList();
    }

    /** A line; {@code link} leads to the key's own page where it is a key. */
    public record Row(String name, String link, String quantity, String requests, String errors, String avgMs,
            String p95Ms) {
    }
}

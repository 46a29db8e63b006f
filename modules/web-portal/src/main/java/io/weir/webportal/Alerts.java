package io.weir.webportal;

import io.weir.metering.api.UsageAlerts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the bell rang for. Whoever opens the page has seen it; what was new stays marked until the next visit. */
@Named
@RequestScoped
public class Alerts {
    private static final int SHOWN = 50;

    @Inject
    private UsageAlerts alerts;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private List<Row> list;

    @PostConstruct
    void look() {
        list = alerts.recent(visitor.tenantId(), visitor.account(), SHOWN).stream().map(this::row).toList();
        if (list.stream().anyMatch(Row::fresh)) {
            alerts.markSeen(visitor.tenantId(), visitor.account());
        }
    }

    private Row row(UsageAlerts.Alert alert) {
        int decimals = alert.meter().decimals();
        return new Row(format.time(alert.at()),
                format.text("alertText", alert.percent(), alert.meter().title(),
                        format.quantity(alert.used(), decimals), format.quantity(alert.granted(), decimals)),
                alert.periodEnd().map(end -> format.text("alertUntil", format.day(end))).orElse(""),
                alert.percent() >= 100 ? "failed" : "pending", !alert.seen());
    }

    public List<Row> getList() {
        return list;
    }

    /** An alert in words; {@code fresh} when nobody had seen it before. */
    public record Row(String at, String text, String until, String style, boolean fresh) {
    }
}

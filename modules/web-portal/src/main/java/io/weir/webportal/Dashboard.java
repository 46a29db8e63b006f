package io.weir.webportal;

import io.weir.metering.api.Allowances;
import io.weir.metering.api.UsageReports;
import io.weir.platform.api.Installation;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where a customer stands: plan, what is left, what was used. */
@Named
@RequestScoped
public class Dashboard {
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private Allowances allowances;
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

    private Subscription subscription;
    private UsageReports.Overview overview;

    private Subscription subscription() {
        if (subscription == null) {
            subscription = subscriptions.current(visitor.tenantId(), visitor.account());
        }
        return subscription;
    }

    private UsageReports.Overview overview() {
        if (overview == null) {
            overview = reports.overview(visitor.tenantId(), visitor.account(), ranges.span(visitor.getTenant(),
                    "week"));
        }
        return overview;
    }

    public String getPlanName() {
        return subscription().plan().name();
    }

    public String getPlanPeriod() {
        return subscription().period().until().map(end -> format.text(subscription().plan().isFree() ? "renewsOn"
                : "endsOn",
                format.day(end))).orElseGet(() -> format.text("neverEnds"));
    }

    public List<Gauge> getMeters() {
        return allowances.balances(visitor.tenantId(), visitor.account()).stream().map(this::gauge).toList();
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

    private Gauge gauge(Allowances.Balance balance) {
        int decimals = balance.meter().decimals();
        long percent = balance.granted() == 0 ? 0 : Math.min(100, balance.used() * 100 / balance.granted());
        return new Gauge(balance.meter().title(), format.quantity(balance.remaining(), decimals),
                format.text("usedOf", format.quantity(balance.used(), decimals), format.quantity(balance.granted(),
                        decimals)),
                percent, percent >= 100 ? "full" : percent >= 80 ? "high" : "");
    }

    /** A meter's bar; {@code percent} used, {@code level} its style class. */
    public record Gauge(String title, String remaining, String usedOf, long percent, String level) {
    }
}

package io.weir.webadmin;

import io.weir.metering.api.GatewayRoutes;
import io.weir.metering.api.GatewayRoutes.Configured;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.TreeSet;

/** The upstreams that the tenant sells access to. */
@Named("routes")
@RequestScoped
public class RoutesPage {
    @Inject
    private GatewayRoutes routes;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private List<Row> list;

    @PostConstruct
    void look() {
        list = routes.of(visitor.tenantId()).stream().map(this::row).toList();
    }

    private Row row(Configured configured) {
        var route = configured.route();
        int perMinute = route.terms().requestsPerMinute();
        return new Row(route.slug(), route.title(), route.upstream().toString(),
                String.join(" ", new TreeSet<>(route.methods())),
                format.decimal(route.metering().units()) + " " + route.metering().meter(),
                format.number(route.metering().rules().size()),
                perMinute == 0 ? format.text("unlimited") : format.number(perMinute), route.active());
    }

    public List<Row> getList() {
        return list;
    }

    /** A route; {@code cost} is what a call costs that no rule matches. */
    public record Row(String slug, String title, String upstream, String methods, String cost, String rules,
                      String perMinute, boolean active) {
    }
}

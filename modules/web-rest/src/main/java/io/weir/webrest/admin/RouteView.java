package io.weir.webrest.admin;

import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.GatewayRoutes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A gateway route as an administrator sees it: of its credentials only the headers' names. */
public record RouteView(String slug, String title, String upstream, Set<String> methods, GatewayRoute.Headers headers,
        List<String> credentialHeaders, Prices metering, GatewayRoute.Terms terms, boolean active) {

    /** With the meter's bare name. */
    public record Prices(String meter, BigDecimal units, List<GatewayRoute.Rule> rules) {
    }

    static RouteView of(GatewayRoutes.Configured configured) {
        var route = configured.route();
        var metering = route.metering();
        return new RouteView(route.slug(), route.title(), route.upstream().toString(), new TreeSet<>(route.methods()),
                route.headers(), configured.credentialHeaders(),
                new Prices(metering.meter().value(), metering.units(), metering.rules()), route.terms(),
                route.active());
    }
}

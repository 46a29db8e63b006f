package io.weir.bootstrap.internal;

import io.weir.metering.api.GatewayRoute;
import java.util.Map;
import java.util.TreeMap;

/** A gateway route as members. */
final class RouteTree {
    private RouteTree() {
    }

    static Map<String, Object> of(CatalogueRoute route) {
        var headers = new Members().with("set", new TreeMap<>(route.set())).with("drop", route.drop()).all();
        return new Members().with("slug", route.slug()).unless("title", route.title(), route.slug())
                .with("upstream", route.upstream().toString())
                .unless("methods", route.methods(), CatalogueRoute.ALL_METHODS).with("headers", headers)
                .with("terms", terms(route.terms())).unless("meter", route.meter(), "calls")
                .with("units", route.units().compareTo(java.math.BigDecimal.ONE) == 0 ? null : route.units())
                .with("rules", route.rules().stream().map(RouteTree::rule).toList())
                .unless("isActive", route.active(), true).all();
    }

    private static Map<String, Object> terms(GatewayRoute.Terms terms) {
        var usual = CatalogueRoute.USUAL;
        return new Members().unless("connectMillis", terms.connectMillis(), usual.connectMillis())
                .unless("answerMillis", terms.answerMillis(), usual.answerMillis())
                .unless("retries", terms.retries(), usual.retries())
                .unless("mostRequestBytes", terms.mostRequestBytes(), usual.mostRequestBytes())
                .unless("mostAnswerBytes", terms.mostAnswerBytes(), usual.mostAnswerBytes())
                .unless("requestsPerMinute", terms.requestsPerMinute(), usual.requestsPerMinute()).all();
    }

    private static Map<String, Object> rule(GatewayRoute.Rule rule) {
        return new Members().unless("method", rule.method(), "*").with("path", rule.path())
                .with("units", rule.units()).with("answerField", rule.answerField().orElse(null)).all();
    }
}

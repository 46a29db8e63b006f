package io.weir.bootstrap.internal;

import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.MeterKey;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A gateway route as a catalogue file has it, without credentials: an administrator adds those. What is absent gets its
 * default.
 */
record CatalogueRoute(String slug, String title, URI upstream, List<String> methods, Map<String, String> set,
                      List<String> drop, GatewayRoute.Terms terms, String meter, BigDecimal units,
                      List<GatewayRoute.Rule> rules, boolean active) {
    static final List<String> ALL_METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> ORDER = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final long MEBIBYTE = 1024 * 1024;
    /** Patience in milliseconds, sizes in bytes. */
    static final GatewayRoute.Terms USUAL =
            new GatewayRoute.Terms(2_000, 30_000, 0, MEBIBYTE, 10 * MEBIBYTE, 0);

    CatalogueRoute {
        title = title == null ? slug : title;
        methods = methods.isEmpty() ? ALL_METHODS
                : ORDER.stream().filter(Set.copyOf(methods)::contains).toList();
        set = CatalogueFile.inOrder(set);
        drop = List.copyOf(drop);
        meter = meter == null ? MeterKey.CALLS.value() : meter;
        units = units == null ? BigDecimal.ONE : units;
        rules = List.copyOf(rules);
    }

    static CatalogueRoute of(GatewayRoute route) {
        var metering = route.metering();
        return new CatalogueRoute(route.slug(), route.title(), route.upstream(), List.copyOf(route.methods()),
                route.headers().set(), route.headers().drop(), route.terms(), metering.meter().value(),
                metering.units(), metering.rules(), route.active());
    }

    GatewayRoute toRoute() {
        return new GatewayRoute(slug, title, upstream, Set.copyOf(methods), new GatewayRoute.Headers(set, drop),
                terms, new GatewayRoute.Metering(new MeterKey(meter), units, rules), active);
    }

    static GatewayRoute.Rule rule(String method, String path, BigDecimal units, String answerField) {
        return new GatewayRoute.Rule(method == null ? "*" : method, path, units, Optional.ofNullable(answerField));
    }
}

package io.weir.bootstrap.internal;

import io.weir.metering.api.GatewayRoute;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gateway routes. Finer rules are metering's. */
final class RouteReader {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int MOST_MILLIS = 600_000;
    private static final int MOST_RETRIES = 5;
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_PER_MINUTE = 1_000_000;
    private final Section route;
    private final OfferReader offers;

    private RouteReader(Section route, OfferReader offers) {
        this.route = route;
        this.offers = offers;
    }

    static List<CatalogueRoute> read(Section root, OfferReader offers) {
        var routes = new ArrayList<CatalogueRoute>();
        var slugs = new HashMap<String, Integer>();
        for (var section : root.sections("routes")) {
            var read = new RouteReader(section, offers).read();
            section.unlike(slugs, "slug", read.slug());
            routes.add(read);
        }
        return routes;
    }

    private CatalogueRoute read() {
        var slug = route.needText("slug");
        route.require(slug == null || slug.matches(TenantReader.LABEL), "slug", "BAD_SLUG");
        var title = route.text("title");
        var upstream = upstream();
        var methods = methods();
        var headers = route.section("headers");
        var set = headers.map(RouteReader::values).orElse(Map.of());
        var drop = headers.map(section -> section.texts("drop")).orElse(List.of());
        headers.ifPresent(Section::done);
        var meter = route.has("meter") ? offers.meter(route) : "calls";
        var units = offers.above(route, "units", meter);
        var rules = route.sections("rules").stream().map(rule -> rule(rule, meter)).toList();
        boolean active = !Boolean.FALSE.equals(route.flag("isActive"));
        var read = new CatalogueRoute(slug, title, upstream, methods, set, drop, terms(), meter, units, rules, active);
        route.done();
        return read;
    }

    private URI upstream() {
        var text = route.needText("upstream");
        try {
            var address = text == null ? null : URI.create(text);
            boolean fine = address == null || address.getHost() != null && SCHEMES.contains(address.getScheme());
            route.require(fine, "upstream", "BAD_URL");
            return address;
        } catch (IllegalArgumentException unreadable) {
            route.fault("upstream", "BAD_URL");
            return null;
        }
    }

    private List<String> methods() {
        var methods = route.texts("methods");
        for (int i = 0; i < methods.size(); i++) {
            route.require(METHODS.contains(methods.get(i)), "methods[" + i + "]", "CATALOGUE_NOT_ONE_OF",
                    String.join(", ", METHODS));
        }
        return methods;
    }

    private static Map<String, String> values(Section headers) {
        var values = new LinkedHashMap<String, String>();
        headers.section("set").ifPresent(set -> set.each((name, all) -> {
            var value = all.text(name);
            if (value != null) {
                values.put(name, value);
            }
        }));
        return values;
    }

    private GatewayRoute.Terms terms() {
        return route.section("terms").map(section -> {
            var usual = CatalogueRoute.USUAL;
            var read = new GatewayRoute.Terms(
                    (int) or(section.whole("connectMillis", 100, MOST_MILLIS), usual.connectMillis()),
                    (int) or(section.whole("answerMillis", 100, MOST_MILLIS), usual.answerMillis()),
                    (int) or(section.whole("retries", 0, MOST_RETRIES), usual.retries()),
                    or(section.whole("mostRequestBytes", 0, MOST_BYTES), usual.mostRequestBytes()),
                    or(section.whole("mostAnswerBytes", 0, MOST_BYTES), usual.mostAnswerBytes()),
                    (int) or(section.whole("requestsPerMinute", 0, MOST_PER_MINUTE), usual.requestsPerMinute()));
            section.done();
            return read;
        }).orElse(CatalogueRoute.USUAL);
    }

    private static long or(Long said, long usual) {
        return said == null ? usual : said;
    }

    private GatewayRoute.Rule rule(Section section, String meter) {
        var path = section.needText("path");
        section.require(path == null || path.startsWith("/"), "path", "BAD_PATH");
        section.needed("units");
        BigDecimal units = offers.above(section, "units", meter);
        var rule = CatalogueRoute.rule(section.text("method"), path, units, section.text("answerField"));
        section.done();
        return rule;
    }
}

package io.weir.metering.domain;

import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.Meter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What must be true of a gateway route: field → reason of everything that is wrong. */
public final class RouteRules {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern SLUG = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int MOST_TITLE = 120;
    private static final int MOST_RULES = 100;
    private static final int LEAST_MILLIS = 100;
    private static final int MOST_MILLIS = 600_000;
    private static final int MOST_RETRIES = 5;
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_PER_MINUTE = 1_000_000;
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(1_000_000_000);
    private final Map<String, String> wrong = new TreeMap<>();
    private final GatewayRoute route;

    private RouteRules(GatewayRoute route) {
        this.route = route;
    }

    /** @param meter the one that the route names, if the tenant has it */
    public static Map<String, String> broken(GatewayRoute route, Optional<Map<String, String>> credentials,
            Optional<Meter> meter) {
        var rules = new RouteRules(route);
        rules.address();
        rules.methods();
        rules.headers(credentials);
        rules.terms();
        rules.metering(meter);
        return rules.wrong;
    }

    /** An RFC 1035 label in lower case. */
    public static boolean isSlug(String text) {
        return text != null && SLUG.matcher(text).matches();
    }

    private void address() {
        require(isSlug(route.slug()), "slug", "BAD_LABEL");
        require(route.title() != null && !route.title().isBlank(), "title", "REQUIRED");
        require(route.title() == null || route.title().length() <= MOST_TITLE, "title", "TOO_LONG");
        require(route.upstream() != null, "upstream", "REQUIRED");
        require(route.upstream() == null || UpstreamAddress.isPlain(route.upstream()), "upstream", "BAD_URL");
    }

    private void methods() {
        require(route.methods() != null && !route.methods().isEmpty(), "methods", "REQUIRED");
        require(route.methods() == null || METHODS.containsAll(route.methods()), "methods", "NOT_AN_OPTION");
    }

    private void headers(Optional<Map<String, String>> credentials) {
        var headers = route.headers();
        if (headers == null || headers.set() == null || headers.drop() == null) {
            wrong.put("headers", "REQUIRED");
            return;
        }
        HeaderRules.set(headers.set()).forEach((name, reason) -> wrong.put("headers.set." + name, reason));
        HeaderRules.drop(headers.drop()).forEach((name, reason) -> wrong.put("headers.drop." + name, reason));
        credentials.ifPresent(secret -> HeaderRules.credentials(secret)
                .forEach((name, reason) -> wrong.put("credentials." + name, reason)));
    }

    private void terms() {
        var terms = route.terms();
        if (terms == null) {
            wrong.put("terms", "REQUIRED");
            return;
        }
        between("terms.connectMillis", terms.connectMillis(), LEAST_MILLIS, MOST_MILLIS);
        between("terms.answerMillis", terms.answerMillis(), LEAST_MILLIS, MOST_MILLIS);
        between("terms.retries", terms.retries(), 0, MOST_RETRIES);
        between("terms.mostRequestBytes", terms.mostRequestBytes(), 0, MOST_BYTES);
        between("terms.mostAnswerBytes", terms.mostAnswerBytes(), 0, MOST_BYTES);
        between("terms.requestsPerMinute", terms.requestsPerMinute(), 0, MOST_PER_MINUTE);
    }

    private void metering(Optional<Meter> meter) {
        var metering = route.metering();
        if (metering == null || metering.rules() == null) {
            wrong.put("metering", "REQUIRED");
            return;
        }
        require(metering.meter() != null, "metering.meter", "REQUIRED");
        require(meter.isPresent(), "metering.meter", "METER_UNKNOWN");
        units("metering.units", metering.units(), meter);
        require(metering.rules().size() <= MOST_RULES, "metering.rules", "TOO_MANY");
        for (int i = 0; i < metering.rules().size(); i++) {
            rule("metering.rules[" + i + "].", metering.rules().get(i), meter);
        }
    }

    private void rule(String field, GatewayRoute.Rule rule, Optional<Meter> meter) {
        boolean known = "*".equals(rule.method())
                || rule.method() != null && route.methods() != null && route.methods().contains(rule.method());
        require(known, field + "method", "NOT_AN_OPTION");
        require(rule.path() != null && rule.path().startsWith("/"), field + "path", "BAD_PATH");
        require(rule.answerField().filter(pointer -> !JsonPointers.isPointer(pointer)).isEmpty(),
                field + "answerField", "BAD_POINTER");
        units(field + "units", rule.units(), meter);
    }

    private void units(String field, BigDecimal units, Optional<Meter> meter) {
        require(units != null, field, "REQUIRED");
        if (units != null) {
            require(units.signum() > 0 && units.compareTo(MOST_UNITS) <= 0, field, "OUT_OF_RANGE");
            require(meter.filter(m -> units.stripTrailingZeros().scale() > m.decimals()).isEmpty(), field,
                    "TOO_MANY_DECIMALS");
        }
    }

    private void between(String field, long number, long least, long most) {
        require(number >= least && number <= most, field, "OUT_OF_RANGE");
    }

    /** The first reason of a field stays. */
    private void require(boolean isTrue, String field, String reason) {
        if (!isTrue) {
            wrong.putIfAbsent(field, reason);
        }
    }
}

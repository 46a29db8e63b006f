package io.weir.bootstrap.internal;

import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.MeterKey;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A gateway route as a catalogue file has it, without credentials: an administrator adds those. What is absent gets its
 * default.
 */
record CatalogueRoute(String slug, String title, URI upstream, List<String> methods, HeaderRules headers, Terms terms,
                      String meter, BigDecimal units, List<RuleEntry> rules) {
    private static final List<String> ALL_METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String LABEL = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    CatalogueRoute {
        title = title == null ? slug : title;
        methods = methods == null ? ALL_METHODS : List.copyOf(methods);
        headers = headers == null ? new HeaderRules(null, null) : headers;
        terms = terms == null ? new Terms(null, null, null, null, null, null) : terms;
        meter = meter == null ? MeterKey.CALLS.value() : meter;
        units = units == null ? BigDecimal.ONE : units;
        rules = CatalogueFile.orEmpty(rules);
    }

    /** Headers that are put on requests to the upstream, and that are taken off. */
    record HeaderRules(Map<String, String> set, List<String> drop) {
        HeaderRules {
            set = CatalogueFile.orEmpty(set);
            drop = CatalogueFile.orEmpty(drop);
        }
    }

    /** Patience in milliseconds, sizes in bytes. */
    record Terms(Integer connectMillis, Integer answerMillis, Integer retries, Long mostRequestBytes,
                 Long mostAnswerBytes, Integer requestsPerMinute) {
        private static final long MEBIBYTE = 1024 * 1024;

        GatewayRoute.Terms toTerms() {
            return new GatewayRoute.Terms(or(connectMillis, 2_000), or(answerMillis, 30_000), or(retries, 0),
                    or(mostRequestBytes, MEBIBYTE), or(mostAnswerBytes, 10 * MEBIBYTE), or(requestsPerMinute, 0));
        }

        private static <N> N or(N said, N usual) {
            return said == null ? usual : said;
        }
    }

    /** What some calls cost. */
    record RuleEntry(String method, String path, BigDecimal units, String answerField) {
        GatewayRoute.Rule toRule() {
            return new GatewayRoute.Rule(method == null ? "*" : method, path, units, Optional.ofNullable(answerField));
        }
    }

    /**
     * @param require takes whether something is true and what to say if it is not
     * @param cost takes what costs so many units of this route's meter
     */
    void check(BiConsumer<Boolean, String> require, Cost cost) {
        String which = "route '" + slug + "' ";
        require.accept(slug != null && slug.matches(LABEL), which + "needs a slug of lower-case letters and digits");
        require.accept(upstream != null && upstream.getHost() != null && SCHEMES.contains(upstream.getScheme()),
                which + "needs an upstream that begins with http:// or https://");
        require.accept(methods.stream().allMatch(method -> method.matches("[A-Z]{1,16}")) && !methods.isEmpty(),
                which + "needs methods in capitals");
        cost.of(which + "units of ", meter, units, BigDecimal.ONE.negate());
        rules.forEach(rule -> {
            require.accept(rule.path() != null && rule.path().startsWith("/"), which + "needs rules with a path");
            cost.of(which + "rule's units of ", meter, rule.units(), BigDecimal.ONE.negate());
        });
    }

    GatewayRoute toRoute() {
        return new GatewayRoute(slug, title, upstream, Set.copyOf(methods),
                new GatewayRoute.Headers(headers.set(), headers.drop()), terms.toTerms(),
                new GatewayRoute.Metering(new MeterKey(meter), units,
                        rules.stream().map(RuleEntry::toRule).toList()), true);
    }

    /** Complains unless the units are above the bound and exact in the meter. */
    interface Cost {
        void of(String what, String meter, BigDecimal units, BigDecimal above);
    }
}

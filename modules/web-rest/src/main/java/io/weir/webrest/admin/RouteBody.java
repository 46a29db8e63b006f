package io.weir.webrest.admin;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.MeterKey;
import io.weir.webrest.http.Texts;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A gateway route as an administrator writes it. What is left out has a default: GET and POST, no header rules, one
 * unit a call, active. {@code credentials} are written and never shown; left out, those that are there stay.
 */
public record RouteBody(String title, String upstream, List<String> methods, HeadersBody headers,
        Map<String, String> credentials, MeteringBody metering, TermsBody terms, Boolean active) {
    private static final int CONNECT_MILLIS = 2000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final long MOST_REQUEST_BYTES = 1L << 20;
    private static final long MOST_ANSWER_BYTES = 16L << 20;

    /** Put on, and taken off. */
    public record HeadersBody(Map<String, String> set, List<String> drop) {
    }

    /** In the meter's unit. */
    public record MeteringBody(String meter, BigDecimal units, List<RuleBody> rules) {
    }

    /** The first that matches decides. */
    public record RuleBody(String method, String path, BigDecimal units, String answerField) {
    }

    /** See {@link GatewayRoute.Terms}. */
    public record TermsBody(Integer connectMillis, Integer answerMillis, Integer retries, Long mostRequestBytes,
            Long mostAnswerBytes, Integer requestsPerMinute) {
    }

    /** Refused: {@code VALIDATION_FAILED} with what can't be read; what is read wrong, the module refuses. */
    GatewayRoute toRoute(String slug) {
        if (metering == null || Texts.given(metering.meter()).isEmpty()) {
            throw Refusal.invalidField("metering.meter", "REQUIRED").asException();
        }
        return new GatewayRoute(slug, Texts.given(title).orElse(slug), uri(), allowed(), headerRules(), bounds(),
                prices(), active == null || active);
    }

    private URI uri() {
        try {
            return upstream == null ? null : new URI(upstream.strip());
        } catch (URISyntaxException e) {
            throw Refusal.invalidField("upstream", "BAD_URL").asException();
        }
    }

    private Set<String> allowed() {
        return orElse(methods, List.of("GET", "POST")).stream().filter(m -> m != null)
                .map(m -> m.strip().toUpperCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }

    private GatewayRoute.Headers headerRules() {
        return headers == null ? new GatewayRoute.Headers(Map.of(), List.of())
                : new GatewayRoute.Headers(orElse(headers.set(), Map.of()), orElse(headers.drop(), List.of()));
    }

    private GatewayRoute.Terms bounds() {
        var given = terms == null ? new TermsBody(null, null, null, null, null, null) : terms;
        return new GatewayRoute.Terms(orElse(given.connectMillis(), CONNECT_MILLIS),
                orElse(given.answerMillis(), ANSWER_MILLIS), orElse(given.retries(), 0),
                orElse(given.mostRequestBytes(), MOST_REQUEST_BYTES),
                orElse(given.mostAnswerBytes(), MOST_ANSWER_BYTES), orElse(given.requestsPerMinute(), 0));
    }

    private GatewayRoute.Metering prices() {
        var rules = orElse(metering.rules(), List.<RuleBody>of()).stream().map(RouteBody::rule).toList();
        return new GatewayRoute.Metering(new MeterKey(metering.meter().strip()),
                orElse(metering.units(), BigDecimal.ONE), rules);
    }

    private static GatewayRoute.Rule rule(RuleBody body) {
        if (body == null) {
            throw Refusal.invalidField("metering.rules", "REQUIRED").asException();
        }
        return new GatewayRoute.Rule(Texts.given(body.method()).orElse("*").toUpperCase(Locale.ROOT),
                Texts.given(body.path()).orElse("/**"), orElse(body.units(), BigDecimal.ONE),
                Optional.ofNullable(body.answerField()).filter(f -> !f.isBlank()));
    }

    private static <T> T orElse(T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}

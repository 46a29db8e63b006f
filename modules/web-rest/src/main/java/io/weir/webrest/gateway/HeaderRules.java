package io.weir.webrest.gateway;

import io.weir.metering.api.GatewayRoutes;
import io.weir.webrest.outbound.HeaderLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which header lines pass to the upstream and back. */
final class HeaderRules {
    /** RFC 9110 §7.6.1, and what else speaks of the connection alone. */
    private static final Set<String> HOP = Set.of("connection", "keep-alive", "proxy-connection", "proxy-authenticate",
            "proxy-authorization", "proxy-authentication-info", "te", "trailer", "transfer-encoding", "upgrade",
            "http2-settings", "expect");
    /** The client's credentials with us, and what a proxy says of it: the upstream gets neither. */
    private static final Set<String> OURS_IN = Set.of("host", "cookie", "authorization", "x-api-key", "x-tenant",
            "forwarded", "x-real-ip", "content-length", "x-request-id");
    /** Some servers take another method or path from these than the one that was let through and priced. */
    private static final Set<String> OVERRIDES = Set.of("x-http-method-override", "x-http-method", "x-method-override",
            "x-original-url", "x-rewrite-url");
    /** What we say ourselves. */
    private static final Set<String> OURS_OUT = Set.of("set-cookie", "set-cookie2", "server", "date", "content-length",
            "content-security-policy", "content-security-policy-report-only", "x-content-type-options",
            "x-frame-options", "referrer-policy", "strict-transport-security", "x-request-id", "ratelimit",
            "ratelimit-policy", "alt-svc", "clear-site-data", "public-key-pins", "x-powered-by",
            "idempotency-replayed", "nel", "report-to", "reporting-endpoints", "service-worker-allowed");
    private static final List<String> OURS_OUT_PREFIXES = List.of("x-ratelimit-", "x-weir-", "access-control-");

    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
    private static final Pattern NAME = Pattern.compile(TOKEN);
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "(\\s*;\\s*" + TOKEN + "=(" + TOKEN
            + "|\"[^\"\\\\]*\"))*\\s*;?\\s*");

    private HeaderRules() {
    }

    /** @param readable the answer has to be read, so it must not come compressed */
    static List<HeaderLine> toUpstream(List<HeaderLine> request, GatewayRoutes.Open route, String requestId,
                                       boolean readable) {
        var rules = route.route().headers();
        var dropped = rules.drop().stream().map(HeaderRules::asRead).collect(Collectors.toSet());
        var hop = hopByHop(request);
        Map<String, HeaderLine> ours = new TreeMap<>();
        rules.set().forEach((name, value) -> ours.put(lower(name), new HeaderLine(name, value)));
        route.credentials().forEach((name, value) -> ours.put(lower(name), new HeaderLine(name, value)));
        ours.keySet().forEach(name -> dropped.add(asRead(name)));
        Predicate<String> passes = name -> !hop.contains(name) && !OURS_IN.contains(name) && !OVERRIDES.contains(name)
                && !name.startsWith("x-forwarded-") && !dropped.contains(name)
                && !(readable && name.equals("accept-encoding"));
        var lines = new ArrayList<>(request.stream().filter(line -> passes.test(asRead(line.name()))).toList());
        lines.addAll(ours.values());
        lines.add(new HeaderLine("X-Request-Id", requestId));
        lines.add(new HeaderLine("Via", "1.1 weir"));
        return lines;
    }

    static List<HeaderLine> toClient(List<HeaderLine> answer) {
        var hop = hopByHop(answer);
        return answer.stream().filter(line -> {
            var name = lower(line.name());
            return !hop.contains(name) && !OURS_OUT.contains(name) && isPlain(line) && isReadable(name, line.value())
                    && OURS_OUT_PREFIXES.stream().noneMatch(name::startsWith);
        }).toList();
    }

    /** A bare CR in a value is the end of a line to some clients. */
    private static boolean isPlain(HeaderLine line) {
        return NAME.matcher(line.name()).matches()
                && line.value().chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7F);
    }

    /** A media type that can't be parsed would fail the whole answer. */
    private static boolean isReadable(String name, String value) {
        return !name.equals("content-type") || MEDIA_TYPE.matcher(value).matches();
    }

    private static Set<String> hopByHop(List<HeaderLine> lines) {
        var named = lines.stream().filter(line -> line.is("Connection"))
                .flatMap(line -> Arrays.stream(line.value().split(","))).map(String::trim).map(HeaderRules::lower)
                .collect(Collectors.toSet());
        named.addAll(HOP);
        return named;
    }

    /** CGI and its heirs make the same variable of a dash and an underscore. */
    private static String asRead(String name) {
        return lower(name).replace('_', '-');
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package io.weir.webrest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.GatewayRoutes;
import io.weir.metering.api.MeterKey;
import io.weir.webrest.outbound.HeaderLine;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeaderRulesTest {
    private final GatewayRoutes.Open route = open(Map.of("X-Set", "route", "X-Both", "route"), List.of("x-drop"),
            Map.of("Authorization", "Bearer secret", "x-both", "secret"));

    @Test
    void credentialsAndConnectionMattersStayHere() {
        var sent = lines("Host", "Cookie", "AUTHORIZATION", "X-Api-Key", "X-Tenant", "Forwarded", "X-Forwarded-For",
                "Transfer-Encoding", "TE", "Upgrade", "Proxy-Authorization", "Content-Length", "Keep-Alive", "Expect",
                "X-Drop", "X_Drop", "X-Named", "X_API_KEY", "X_Forwarded_For", "X_Both", "X-HTTP-Method-Override",
                "X-Original-URL", "X-Rewrite-URL", "Accept", "Content-Type", "Idempotency-Key");
        sent = Stream.concat(sent.stream(), Stream.of(new HeaderLine("Connection", "close, x-named"))).toList();
        assertThat(HeaderRules.toUpstream(sent, route, "r-1", false)).containsExactlyInAnyOrder(
                new HeaderLine("Accept", "client"), new HeaderLine("Content-Type", "client"),
                new HeaderLine("Idempotency-Key", "client"), new HeaderLine("Authorization", "Bearer secret"),
                new HeaderLine("x-both", "secret"), new HeaderLine("X-Set", "route"),
                new HeaderLine("X-Request-Id", "r-1"), new HeaderLine("Via", "1.1 weir"));
    }

    @Test
    void whatTheRouteSetsReplacesWhatTheClientSent() {
        assertThat(HeaderRules.toUpstream(lines("x-set", "X-BOTH"), route, "r", false))
                .noneMatch(line -> line.value().equals("client"));
    }

    @Test
    void anAnswerThatIsReadMustNotBeCompressed() {
        assertThat(HeaderRules.toUpstream(lines("Accept-Encoding"), route, "r", true))
                .noneMatch(line -> line.is("Accept-Encoding"));
        assertThat(HeaderRules.toUpstream(lines("Accept-Encoding"), route, "r", false))
                .anyMatch(line -> line.is("Accept-Encoding"));
    }

    @Test
    void whatWeSayOurselvesDoesNotComeBack() {
        var answer = Stream.concat(lines("Set-Cookie", "Server", "Date", "Content-Length", "Transfer-Encoding",
                "Content-Security-Policy", "Strict-Transport-Security", "X-Frame-Options", "X-Weir-Charged",
                "X-RateLimit-Limit", "RateLimit", "Access-Control-Allow-Origin", "X-Hop", "ETag",
                "Cache-Control", "Location", "WWW-Authenticate").stream(),
                Stream.of(new HeaderLine("connection", "X-Hop"),
                        new HeaderLine("Content-Type", "text/plain; charset=utf-8")))
                .toList();
        assertThat(HeaderRules.toClient(answer)).extracting(HeaderLine::name)
                .containsExactly("ETag", "Cache-Control", "Location", "WWW-Authenticate", "Content-Type");
    }

    @Test
    void aMediaTypeThatIsNoneIsLeftOut() {
        assertThat(HeaderRules.toClient(List.of(new HeaderLine("Content-Type", "nonsense")))).isEmpty();
        var parts = new HeaderLine("Content-Type", "multipart/x; boundary=\"a b\"");
        assertThat(HeaderRules.toClient(List.of(parts))).hasSize(1);
    }

    @Test
    void aLineThatCouldBeReadAsTwoIsLeftOut() {
        assertThat(HeaderRules.toClient(List.of(new HeaderLine("X-A", "a\rSet-Cookie: x"),
                new HeaderLine("X-B", "a\u0000"), new HeaderLine("X C", "c"), new HeaderLine("X-D", "a\tb \u00e9"))))
                .extracting(HeaderLine::name).containsExactly("X-D");
    }

    private static List<HeaderLine> lines(String... names) {
        return Stream.of(names).map(name -> new HeaderLine(name, "client")).toList();
    }

    static GatewayRoutes.Open open(Map<String, String> set, List<String> drop, Map<String, String> credentials) {
        return open(set, drop, credentials, 1000);
    }

    static GatewayRoutes.Open open(Map<String, String> set, List<String> drop, Map<String, String> credentials,
                                   long mostAnswerBytes) {
        return new GatewayRoutes.Open(new GatewayRoute("r", "R", URI.create("http://up.example/base/"),
                Set.of("GET", "POST"), new GatewayRoute.Headers(set, drop),
                new GatewayRoute.Terms(1000, 1000, 2, 1000, mostAnswerBytes, 0),
                new GatewayRoute.Metering(MeterKey.CALLS, BigDecimal.ONE, List.of()), true), credentials);
    }
}

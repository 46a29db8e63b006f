package io.weir.systemtests.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A charge has a short way past JAX-RS and the long one through it: a client cannot tell which it took. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BothWaysIT {
    private static final String ROUTE = "/api/metering/charges";
    /** Different for every answer. */
    private static final Set<String> OWN = Set.of("id", "requestId", "expiresAt");
    private final RunningWeir weir = RunningWeir.shared();
    private String plan;
    private Shop shop;

    @BeforeAll
    void sell() {
        shop = new Shop(weir, "platform");
        plan = shop.plan(Map.of("apiLimit", 10, "requestsPerMinute", 5000));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theAnswersAreTheSame(String body, Map<String, String> headers) {
        var answer = sent(ROUTE, body, headers);
        // A query leads the long way, and means nothing.
        var longWay = sent(ROUTE + "?way=long", body, headers);
        assertThat(answer.status()).isEqualTo(longWay.status());
        assertThat(without(answer.json())).isEqualTo(without(longWay.json()));
        assertThat(names(answer)).isEqualTo(names(longWay));
        for (var name : Set.of("Content-Type", "RateLimit-Policy", "X-RateLimit-Limit", "Access-Control-Allow-Origin",
                "Content-Security-Policy", "Cache-Control", "Vary")) {
            assertThat(answer.header(name)).as(name).isEqualToIgnoringWhitespace(longWay.header(name));
        }
    }

    static Stream<Arguments> requests() {
        var one = "{\"meter\":\"calls\",\"quantity\":1}";
        return Stream.of(Arguments.of(one, Map.of()), Arguments.of(one, Map.of("Accept-Language", "vi")),
                Arguments.of("{\"meter\":\"calls\",\"quantity\":11}", Map.of()),
                Arguments.of("{\"meter\":\"calls\",\"quantity\":0}", Map.of("Accept-Language", "vi")),
                Arguments.of("{\"meter\":\"none\",\"quantity\":1}", Map.of()), Arguments.of("{\"meter\":", Map.of()),
                Arguments.of("null", Map.of()), Arguments.of("{\"meter\":5,\"quantity\":1}", Map.of()),
                Arguments.of(one, Map.of("Authorization", "Bearer nonsense")),
                Arguments.of(one, Map.of("Origin", "https://elsewhere.example")));
    }

    @Test
    void aRateLimitRefusesOnBoth() {
        var slow = shop.buyerOf(shop.plan(Map.of("apiLimit", 10, "requestsPerMinute", 1)));
        var one = "{\"meter\":\"calls\",\"quantity\":1}";
        // Whichever is admitted leaves an empty bucket behind, so that the next two are refused for a minute.
        var both = Api.eventually(() -> List.of(slow.api().send("POST", ROUTE, one),
                slow.api().send("POST", ROUTE + "?way=long", one)),
                answers -> answers.stream().allMatch(answer -> answer.status() == 429));
        var refused = both.get(0);
        var longWay = both.get(1);
        assertThat(refused.text("code")).isEqualTo("RATE_LIMITED").isEqualTo(longWay.text("code"));
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(names(refused)).isEqualTo(names(longWay));
    }

    private Api.Answer sent(String path, String body, Map<String, String> headers) {
        var api = shop.buyerOf(plan).api();
        for (var header : headers.entrySet()) {
            api = api.with(header.getKey(), header.getValue());
        }
        return api.send("POST", path, body);
    }

    private static JsonNode without(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.remove(OWN);
        }
        return json;
    }

    private static Set<String> names(Api.Answer answer) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(answer.response().headers().map().keySet());
        // How the container frames a body is its own affair.
        names.removeAll(Set.of("Content-Length", "Transfer-Encoding", "Content-Language"));
        return names;
    }
}

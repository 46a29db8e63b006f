package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.FakeUpstream;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.harness.Shop.Buyer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upstream sold through the gateway: what passes, what it costs, and what never reaches it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, "platform");
    private final FakeUpstream upstream = new FakeUpstream();
    private String plan;

    @BeforeAll
    void sell() {
        plan = shop.plan(Map.of("apiLimit", 1000));
    }

    @AfterAll
    void stop() {
        upstream.close();
    }

    @Test
    void aCallPassesBothWaysAndIsCharged() {
        upstream.on("/base/v1/echo", 201, "application/json", "{\"ok\":true}");
        var route = route(Map.of("upstream", upstream.url() + "/base", "headers",
                Map.of("set", Map.of("X-Set", "by route"), "drop", List.of("X-Drop")), "credentials",
                Map.of("Authorization", "Bearer upstream-secret")));
        var buyer = shop.buyerOf(plan);
        var answer = buyer.api().with("X-Drop", "1").with("Cookie", "session=mine").with("X-Mine", "yes")
                .post("/api/gateway/" + route + "/v1/echo?q=a%20b", Map.of("hello", "world")).expect(201);
        assertThat(answer.json().path("ok").asBoolean()).isTrue();
        var asked = upstream.asked("/base/v1/echo").get(0);
        assertThat(asked.query()).isEqualTo("q=a%20b");
        assertThat(asked.body()).isEqualTo("{\"hello\":\"world\"}");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer upstream-secret");
        assertThat(asked.header("X-Set")).isEqualTo("by route");
        assertThat(asked.header("X-Mine")).isEqualTo("yes");
        assertThat(asked.header("X-Drop") + asked.header("Cookie") + asked.header("X-Tenant")).isEmpty();
        assertThat(buyer.used("calls")).isEqualTo(1);
        assertThat(shop.administrator().get("/api/admin/routes").expect(200).response().body())
                .as("a secret is kept, not shown").doesNotContain("upstream-secret").contains("Authorization");
        assertThat(weir.number("SELECT COUNT(*) FROM metering_route WHERE INSTR(sealed_credentials, 'upstream-secret')"))
                .isZero();
    }

    @Test
    void unitsFollowPathMethodAndAnswer() {
        upstream.on("/cheap", 200, "text/plain", "a").on("/dear/thing", 200, "text/plain", "b")
                .on("/tokens", 200, "application/json", "{\"usage\":{\"total\":17}}")
                .on("/silent", 200, "application/json", "{}");
        var route = route(Map.of("metering", Map.of("meter", "calls", "units", 1, "rules", List.of(
                Map.of("method", "GET", "path", "/dear/**", "units", 5),
                Map.of("method", "*", "path", "/tokens", "units", 100, "answerField", "/usage/total"),
                Map.of("method", "*", "path", "/silent", "units", 3, "answerField", "/usage/total")))));
        var buyer = shop.buyerOf(plan);
        var at = "/api/gateway/" + route;
        buyer.api().get(at + "/cheap").expect(200);
        buyer.api().get(at + "/dear/thing").expect(200);
        assertThat(buyer.used("calls")).isEqualTo(6);
        buyer.api().post(at + "/tokens", Map.of()).expect(200);
        assertThat(buyer.used("calls")).isEqualTo(23);
        buyer.api().get(at + "/silent").expect(200);
        assertThat(buyer.used("calls")).as("an answer that does not say costs what was held").isEqualTo(26);
        assertThat(buyer.reserved("calls")).isZero();
    }

    @Test
    void failuresCostNothingAndOnlySafeCallsAreTriedAgain() {
        var failures = new AtomicInteger(1);
        FakeUpstream.Behaviour flaky = exchange -> FakeUpstream.answer(exchange,
                failures.getAndDecrement() > 0 ? 503 : 200, "text/plain", "x");
        upstream.on("/flaky", flaky).on("/broken", 500, "text/plain", "sorry");
        var route = route(Map.of("terms", terms(Map.of("retries", 2))));
        var buyer = shop.buyerOf(plan);
        var at = "/api/gateway/" + route;
        buyer.api().get(at + "/flaky").expect(200);
        assertThat(upstream.asked("/flaky")).hasSize(2);
        assertThat(buyer.used("calls")).isEqualTo(1);
        failures.set(1);
        buyer.api().post(at + "/flaky", Map.of()).expect(503);
        assertThat(upstream.asked("/flaky")).as("a POST is sent once").hasSize(3);
        assertThat(buyer.api().get(at + "/broken").expect(500).response().body()).isEqualTo("sorry");
        assertThat(buyer.used("calls")).isEqualTo(1);
        assertThat(buyer.reserved("calls")).isZero();
    }

    @Test
    void aSilentUpstreamIsGivenUpAndADeadOneNotAskedAnyMore() {
        var end = new CountDownLatch(1);
        upstream.on("/slow", exchange -> await(end));
        var buyer = shop.buyerOf(plan);
        var slow = route(Map.of("terms", terms(Map.of("answerMillis", 300))));
        assertThat(buyer.api().get("/api/gateway/" + slow + "/slow").expect(504).text("code"))
                .isEqualTo("UPSTREAM_TIMEOUT");
        end.countDown();
        var dead = route(Map.of("upstream", "http://127.0.0.1:9"));
        for (int i = 0; i < 8; i++) {
            assertThat(buyer.api().get("/api/gateway/" + dead + "/x").expect(502).text("code"))
                    .isEqualTo("UPSTREAM_UNAVAILABLE");
        }
        assertThat(buyer.api().get("/api/gateway/" + dead + "/x").expect(502).header("Retry-After")).isNotEmpty();
        assertThat(buyer.used("calls")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data", "http://10.0.0.1", "http://127.0.0.2:9080",
        "http://[::1]:9080", "http://[::ffff:10.0.0.1]", "http://192.168.0.1", "http://0.0.0.0:9080",
        "http://100.64.0.1"})
    void innerAddressesAreRefused(String address) {
        var buyer = shop.buyerOf(plan);
        var refused = buyer.api().get("/api/gateway/" + route(Map.of("upstream", address)) + "/x").expect(502);
        assertThat(refused.text("code")).isEqualTo("UPSTREAM_ADDRESS_REFUSED");
        assertThat(buyer.used("calls")).isZero();
        assertThat(buyer.reserved("calls")).isZero();
    }

    @Test
    void redirectsAreHandedOnAndNotFollowed() {
        upstream.on("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
            FakeUpstream.answer(exchange, 302, "text/plain", "");
        });
        var answer = shop.buyerOf(plan).api().get("/api/gateway/" + route(Map.of()) + "/away").expect(302);
        assertThat(answer.header("Location")).isEqualTo("http://169.254.169.254/");
    }

    @Test
    void anAnswerWithoutAByteKeepsItsHead() {
        upstream.on("/nothing", exchange -> {
            exchange.getResponseHeaders().set("X-Said", "all the same");
            exchange.sendResponseHeaders(200, 0);
        });
        var buyer = shop.buyerOf(plan);
        var at = "/api/gateway/" + route(Map.of()) + "/nothing";
        assertThat(Parallel.run(6, 200, () -> buyer.api().get(at).expect(200).header("X-Said")))
                .as("its head and its end are written side by side").containsOnly("all the same");
    }

    @Test
    void methodsPathsAndSizesAreBounded() {
        upstream.on("/in", 200, "text/plain", "ok");
        var route = route(Map.of("methods", List.of("GET", "POST"), "terms", terms(Map.of("mostRequestBytes", 100))));
        var buyer = shop.buyerOf(plan);
        var at = "/api/gateway/" + route;
        assertThat(buyer.api().delete(at + "/in").expect(405).header("Allow")).contains("GET").contains("POST");
        buyer.api().post(at + "/in", Map.of("long", "x".repeat(200))).expect(413);
        buyer.api().get(at + "/%2e%2e/in").expect(400);
        buyer.api().get("/api/gateway/no-such-route/in").expect(404);
        new Shop(weir, "iqx").visitor().api().get(at + "/in").expect(404);
        assertThat(buyer.used("calls")).isZero();
        assertThat(upstream.asked("/in")).isEmpty();
    }

    @Test
    void exactlyWhatWasBoughtPasses() {
        upstream.on("/many", 200, "text/plain", "ok");
        var route = route(Map.of());
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 20)));
        var answers = Parallel.run(32, 60, () -> buyer.api().get("/api/gateway/" + route + "/many").status());
        assertThat(answers).filteredOn(s -> s == 200).hasSize(20);
        assertThat(answers).filteredOn(s -> s == 429).hasSize(40);
        assertThat(upstream.asked("/many")).hasSize(20);
    }

    @Test
    void aRoutesOwnRateLimitAppliesAndIsTold() {
        upstream.on("/rated", 200, "text/plain", "ok");
        var route = route(Map.of("terms", terms(Map.of("requestsPerMinute", 3))));
        var buyer = shop.buyerOf(plan);
        long start = System.nanoTime();
        int passed = 0;
        var last = buyer.api().get("/api/gateway/" + route + "/rated");
        for (; last.status() == 200; passed++) {
            last = buyer.api().get("/api/gateway/" + route + "/rated");
        }
        assertThat(last.expect(429).text("code")).isEqualTo("RATE_LIMITED");
        assertThat(last.header("Retry-After")).isNotEmpty();
        long wonBack = (System.nanoTime() - start) * 3 / TimeUnit.MINUTES.toNanos(1);
        assertThat(passed).isBetween(3, (int) (3 + wonBack));
        assertThat(buyer.used("calls")).isEqualTo(passed);
        var calm = buyer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1)).expect(201);
        assertThat(calm.header("RateLimit")).contains("\"calls\";r=" + (1000 - passed - 1));
        assertThat(calm.header("RateLimit-Policy")).contains("\"calls\";q=1000");
    }

    private String route(Map<String, ?> more) {
        var slug = "r" + Api.word();
        var route = new HashMap<String, Object>(Map.of("title", "Route", "upstream", upstream.url(), "methods",
                List.of("GET", "POST", "PUT", "DELETE"), "metering", Map.of("meter", "calls", "units", 1), "terms",
                terms(Map.of())));
        route.putAll(more);
        shop.administrator().put("/api/admin/routes/" + slug, route).expect(200);
        return slug;
    }

    private static Map<String, Object> terms(Map<String, ?> more) {
        var terms = new HashMap<String, Object>(Map.of("connectMillis", 1000, "answerMillis", 5000, "retries", 0,
                "mostRequestBytes", 1_000_000, "mostAnswerBytes", 10_000_000, "requestsPerMinute", 0));
        terms.putAll(more);
        return terms;
    }

    private static void await(CountDownLatch end) {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

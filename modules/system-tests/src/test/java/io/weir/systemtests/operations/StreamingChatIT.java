package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.ConnectedWeir;
import io.weir.systemtests.harness.FakeUpstream;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.harness.Shop.Buyer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Chat paid in calls and tokens (seed 004) with an upstream on HTTP: whole answers, streamed ones, and cut ones. */
class StreamingChatIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final RunningWeir weir = ConnectedWeir.shared().weir();
    private final FakeUpstream upstream = ConnectedWeir.shared().upstream();
    private final Shop shop = new Shop(weir, "chat");

    @Test
    void tokensAreHeldByEstimateAndSettledByTheAnswer() {
        answersWith(1234);
        var buyer = shop.visitor();
        buyer.api().post("/api/chat", Map.of("message", "hello")).expect(200);
        var usage = buyer.api().get("/api/usage").expect(200).json();
        assertThat(usage.path("ok").asBoolean()).isTrue();
        assertThat(usage.path("quota").asLong()).isEqualTo(100_000);
        assertThat(usage.path("used").asLong()).isEqualTo(1234);
        assertThat(usage.path("remaining").asLong()).isEqualTo(98_766);
        assertThat(buyer.used("calls")).isEqualTo(1);
        assertThat(buyer.reserved("tokens")).isZero();
    }

    @Test
    void withoutRoomForTheEstimateNeitherIsTaken() {
        answersWith(10);
        var buyer = shop.buyerOf(shop.plan(Map.of("quotas", Map.of("calls", 100, "tokens", 2500))));
        buyer.api().post("/api/chat", Map.of("message", "hello")).expect(200);
        assertThat(buyer.used("tokens")).isEqualTo(10);
        buyer.api().post("/api/metering/charges", Map.of("meter", "tokens", "quantity", 1000)).expect(201);
        var refused = buyer.api().post("/api/chat", Map.of("message", "hello")).expect(429);
        assertThat(refused.text("code")).isEqualTo("QUOTA_EXCEEDED");
        assertThat(refused.number("limit")).isEqualTo(2500);
        assertThat(buyer.used("calls")).as("no call without its tokens").isEqualTo(1);
        assertThat(buyer.reserved("calls")).isZero();
    }

    @Test
    void aStreamPassesThroughAsItComesAndIsSettledAtItsEnd() throws Exception {
        var goOn = new CountDownLatch(1);
        upstream.on("/api/chat", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            out.write("data: {\"delta\":\"first\"}\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            await(goOn);
            out.write(("data: {\"usage\":{\"total_tokens\":321}}\n\ndata: [DONE]\n\n")
                    .getBytes(StandardCharsets.UTF_8));
        });
        var buyer = shop.visitor();
        var answer = stream(buyer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).as("seen before the upstream has ended")
                    .isEqualTo("data: {\"delta\":\"first\"}");
            assertThat(buyer.reserved("calls")).isEqualTo(1);
            goOn.countDown();
            assertThat(lines.lines().toList()).contains("data: [DONE]");
        }
        assertThat(buyer.used("tokens")).as("counted before its end was seen").isEqualTo(321);
        assertThat(buyer.used("calls")).isEqualTo(1);
        assertThat(buyer.reserved("tokens")).isZero();
    }

    @Test
    void whoHangsUpPaysForWhatCame() throws Exception {
        var stop = new CountDownLatch(1);
        upstream.on("/api/chat", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 600 && stop.getCount() > 0; i++) {
                    exchange.getResponseBody()
                            .write("data: {\"delta\":\"some words \"}\n\n".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    stop.await(25, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException | IOException gone) {
                stop.countDown();
            }
        });
        var buyer = shop.visitor();
        var answer = stream(buyer);
        assertThat(answer.body().read()).isPositive();
        answer.body().close();
        Api.eventually(() -> buyer.used("calls"), used -> used == 1);
        assertThat(buyer.used("tokens")).isBetween(1.0, 5000.0);
        assertThat(buyer.reserved("tokens")).isZero();
        assertThat(stop.await(10, TimeUnit.SECONDS)).as("the upstream was let go").isTrue();
    }

    @Test
    void anUpstreamThatNeverBeginsCostsNothing() throws Exception {
        upstream.on("/api/chat", 500, "text/plain", "sorry");
        var buyer = shop.visitor();
        assertThat(stream(buyer).statusCode()).isEqualTo(502);
        assertThat(buyer.used("calls")).isZero();
        assertThat(buyer.reserved("tokens")).isZero();
    }

    @Test
    void manyStreamsAtOnceAllEnd() throws Exception {
        upstream.on("/api/chat", 200, "text/event-stream",
                "data: {\"usage\":{\"total_tokens\":7}}\n\ndata: [DONE]\n\n");
        var buyer = shop.visitor();
        var statuses = Parallel.run(24, 24, () -> {
            try (var body = stream(buyer).body()) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8).contains("[DONE]");
            }
        });
        assertThat(statuses).containsOnly(true);
        assertThat(buyer.used("tokens")).isEqualTo(24 * 7);
    }

    private void answersWith(int tokens) {
        upstream.on("/api/chat", 200, "application/json",
                "{\"success\":true,\"message\":\"hi\",\"usage\":{\"total_tokens\":" + tokens + "}}");
    }

    private HttpResponse<InputStream> stream(Buyer buyer) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(weir.url().resolve("/api/chat"))
                .header("Content-Type", "application/json").header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + buyer.customer().signIn().path("accessToken").asText())
                .POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"tell me\",\"stream\":true}")).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

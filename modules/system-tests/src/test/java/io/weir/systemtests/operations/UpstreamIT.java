package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A chat upstream of our own on HTTP: its answers pass through and cost one call, its failures cost nothing. */
class UpstreamIT {
    private static final String ANSWER = """
            {"success":true,"type":"stock_analysis","ticker":"VIC","message":"tăng",
            "queryAnalysis":{"intent":"stock_analysis","confidence":0.95},"usage":{"prompt_tokens":15234,"completion_tokens":892,"total_tokens":16126}}""";
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicReference<String> asked = new AtomicReference<>("");

    @Test
    void answersPassThroughAndFailuresCostNothing() throws IOException {
        var upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        upstream.setExecutor(Executors.newFixedThreadPool(16));
        upstream.createContext("/api/chat", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status.get(), answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        upstream.start();
        var url = "http://127.0.0.1:" + upstream.getAddress().getPort();
        try (var weir = RunningWeir.own("upstream", Map.of("ARIX_API_URL", url, "WEIR_CHAT_TIMEOUT", "5s"))) {
            var customer = weir.api("iqx").newCustomer().api();
            answersPassThrough(customer);
            exactlyTheLimitPasses(weir.api("iqx").newCustomer().api());
            failuresCostNothing(customer);
            upstream.stop(0);
            downCostsNothing(customer);
        } finally {
            upstream.stop(0);
        }
    }

    private void answersPassThrough(Api customer) {
        var answer = customer.post("/api/chat", Map.of("message", "Phân tích cổ phiếu VIC")).expect(200);
        assertThat(answer.text("message")).isEqualTo("tăng");
        assertThat(answer.json().path("usage").path("total_tokens").asInt()).isEqualTo(16126);
        assertThat(asked.get()).contains("Phân tích cổ phiếu VIC").contains("gpt-5-chat-latest");
        assertThat(customer.get("/api/chat/usage").number("currentUsage")).isEqualTo(1);
        assertThat(customer.get("/api/chat/stats").number("totalTokens")).isEqualTo(16126);
    }

    private void exactlyTheLimitPasses(Api customer) {
        var answers = Parallel.run(16, 130, () -> customer.post("/api/chat", Map.of("message", "VIC")).status());
        assertThat(answers).filteredOn(s -> s == 200).hasSize(100);
        assertThat(answers).filteredOn(s -> s == 429).hasSize(30);
    }

    private void failuresCostNothing(Api customer) {
        status.set(500);
        assertThat(customer.post("/api/chat", Map.of("message", "HPG")).expect(502).text("code"))
                .isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(customer.get("/api/chat/usage").number("currentUsage")).isEqualTo(1);
    }

    private void downCostsNothing(Api customer) {
        for (int i = 0; i < 10; i++) {
            customer.post("/api/chat", Map.of("message", "HPG")).expect(502);
        }
        assertThat(customer.get("/api/chat/usage").number("currentUsage")).isEqualTo(1);
    }
}

package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.ConnectedWeir;
import io.weir.systemtests.harness.FakeUpstream;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A chat upstream of our own on HTTP: its answers pass through and cost one call, its failures cost nothing. */
class UpstreamIT {
    private static final String ANSWER = """
            {"success":true,"type":"stock_analysis","ticker":"VIC","message":"tăng",
            "queryAnalysis":{"intent":"stock_analysis","confidence":0.95},"usage":{"prompt_tokens":15234,"completion_tokens":892,"total_tokens":16126}}""";
    private final RunningWeir weir = ConnectedWeir.shared().weir();
    private final FakeUpstream upstream = ConnectedWeir.shared().upstream();

    @Test
    void answersPassThroughAndFailuresCostNothing() {
        answersWith(200);
        var customer = weir.api("iqx").newCustomer().api();
        answersPassThrough(customer);
        exactlyTheLimitPasses(weir.api("iqx").newCustomer().api());
        failuresCostNothing(customer);
        upstream.down();
        try {
            downCostsNothing(customer);
        } finally {
            upstream.up();
        }
        answersWith(200);
        backAgainIsFoundOut(customer);
    }

    private void answersWith(int status) {
        upstream.on("/api/chat", status, "application/json", ANSWER);
    }

    private void answersPassThrough(Api customer) {
        var answer = customer.post("/api/chat", Map.of("message", "Phân tích cổ phiếu VIC")).expect(200);
        assertThat(answer.text("message")).isEqualTo("tăng");
        assertThat(answer.json().path("usage").path("total_tokens").asInt()).isEqualTo(16126);
        var asked = upstream.asked("/api/chat");
        assertThat(asked.get(asked.size() - 1).body()).contains("Phân tích cổ phiếu VIC")
                .contains("gpt-5-chat-latest");
        assertThat(customer.get("/api/chat/usage").number("currentUsage")).isEqualTo(1);
        assertThat(customer.get("/api/chat/stats").number("totalTokens")).isEqualTo(16126);
    }

    private void exactlyTheLimitPasses(Api customer) {
        var answers = Parallel.run(16, 130, () -> customer.post("/api/chat", Map.of("message", "VIC")).status());
        assertThat(answers).filteredOn(s -> s == 200).hasSize(100);
        assertThat(answers).filteredOn(s -> s == 429).hasSize(30);
    }

    private void failuresCostNothing(Api customer) {
        answersWith(500);
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

    /** Sooner or later: after so many failures nobody asks for a while. */
    private void backAgainIsFoundOut(Api customer) {
        Api.eventually(Duration.ofSeconds(60), () -> customer.post("/api/chat", Map.of("message", "HPG")).status(),
                status -> status == 200);
        assertThat(customer.get("/api/chat/usage").number("currentUsage")).isEqualTo(2);
    }
}

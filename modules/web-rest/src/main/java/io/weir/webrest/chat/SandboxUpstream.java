package io.weir.webrest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.platform.api.Json;
import io.weir.platform.api.Messages;
import io.weir.webrest.outbound.HeaderLine;
import io.weir.webrest.outbound.UpstreamAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers in the upstream's place where none is configured, and says so in the answer. The same question always gets
 * the same answer. Tokens are counted as four characters each, with a fixed preamble.
 */
@ApplicationScoped
class SandboxUpstream implements Upstream {
    private static final int PREAMBLE_TOKENS = 32;
    private static final int CHARACTERS_PER_TOKEN = 4;

    @Inject
    Messages messages;

    @Override
    public CompletionStage<JsonNode> ask(Question question) {
        return CompletableFuture.completedStage(answer(question));
    }

    /** Word by word, at last the whole answer with its usage. */
    @Override
    public UpstreamAnswer open(Question question) {
        var answer = answer(question);
        var events = new StringBuilder();
        for (var word : answer.path("message").asText().split("(?<=\\s)(?=\\S)")) {
            event(events, Json.write(Map.of("delta", word)));
        }
        event(events, Json.write(answer));
        event(events, "[DONE]");
        var body = new ByteArrayInputStream(events.toString().getBytes(StandardCharsets.UTF_8));
        return new UpstreamAnswer(200, List.of(new HeaderLine("Content-Type", "text/event-stream")), body, () -> { });
    }

    private static void event(StringBuilder events, String data) {
        events.append("data: ").append(data).append("\n\n");
    }

    private ObjectNode answer(Question question) {
        var ticker = Tickers.first(question.message());
        var text = ticker.map(t -> messages.text(question.locale(), "CHAT_SANDBOX_STOCK", t))
                .orElseGet(() -> messages.text(question.locale(), "CHAT_SANDBOX_GENERAL"));
        return answer(question, ticker, text);
    }

    private static ObjectNode answer(Question question, Optional<String> ticker, String text) {
        var type = ticker.isPresent() ? "stock_analysis" : "general_chat";
        var answer = Json.mapper().createObjectNode().put("success", true).put("type", type);
        ticker.ifPresent(t -> answer.put("ticker", t));
        answer.put("message", text);
        answer.putObject("queryAnalysis").put("intent", type).put("confidence", 1);
        long prompt = PREAMBLE_TOKENS + tokens(question.message());
        long completion = tokens(text);
        answer.putObject("usage").put("prompt_tokens", prompt).put("completion_tokens", completion)
                .put("total_tokens", prompt + completion);
        return answer;
    }

    static long tokens(String text) {
        return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}

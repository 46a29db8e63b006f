package io.weir.webrest.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.Messages;
import io.weir.platform.api.Json;
import io.weir.webrest.outbound.EventScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxChatTest {
    @ParameterizedTest
    @CsvSource({"Phân tích cổ phiếu VIC, VIC", "HPG?, HPG", "so sánh (FPT) và VNM, FPT", "giá USD hay VCB, VCB",
            "'VIC,HPG', VIC"})
    void findsTheStock(String message, String ticker) {
        assertThat(Tickers.first(message)).contains(ticker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi 12", "vic", "VICX", "PHÂN TÍCH", "A1B", "the API", "", "ĐVIC"})
    void findsNoneWhereThereIsNone(String message) {
        assertThat(Tickers.first(message)).isEmpty();
    }

    @Test
    void sameQuestionSameAnswer() {
        var first = answer("Phân tích HPG");
        assertThat(answer("Phân tích HPG")).isEqualTo(first);
        assertThat(first.get("success").asBoolean()).isTrue();
        assertThat(first.get("type").asText()).isEqualTo("stock_analysis");
        assertThat(first.get("ticker").asText()).isEqualTo("HPG");
        assertThat(first.get("message").asText()).contains("CHAT_SANDBOX_STOCK");
        var usage = first.get("usage");
        assertThat(usage.get("total_tokens").asLong()).isPositive()
                .isEqualTo(usage.get("prompt_tokens").asLong() + usage.get("completion_tokens").asLong());
    }

    @Test
    void talkWithoutAStockIsGeneral() {
        var answer = answer("xin chào");
        assertThat(answer.get("type").asText()).isEqualTo("general_chat");
        assertThat(answer.has("ticker")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4, 1", "5, 2"})
    void aTokenIsFourCharacters(int length, long tokens) {
        assertThat(SandboxUpstream.tokens("x".repeat(length))).isEqualTo(tokens);
    }

    @Test
    void aQuestionNeedsAMessageOfBoundedLength() {
        refused(null, "REQUIRED");
        refused(" \n", "REQUIRED");
        refused("x".repeat(32_001), "TOO_LONG");
        var question = new ChatRequest("x".repeat(32_000), " ", null).toQuestion("model-1", Locale.ENGLISH);
        assertThat(question.model()).isEqualTo("model-1");
    }

    private static void refused(String message, String reason) {
        assertThatThrownBy(() -> new ChatRequest(message, null, null).toQuestion("m", Locale.ENGLISH))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().fields()).containsEntry("message", reason));
    }

    @Test
    void aStreamIsTheSameAnswerWordByWord() throws IOException {
        var question = new Question("Phân tích HPG", "m", Locale.ENGLISH);
        var stream = sandbox().open(question);
        assertThat(stream.isEventStream()).isTrue();
        var bytes = stream.body().readAllBytes();
        var events = new ArrayList<String>();
        var tally = new TokenTally(question.message());
        assertThat(new EventScanner(event -> {
            events.add(event);
            tally.event(event);
        }).seen(bytes, bytes.length)).as("it says that it is complete").isTrue();
        var whole = Json.read(events.get(events.size() - 1), JsonNode.class);
        assertThat(whole).hasToString(answer(question.message()).toString());
        assertThat(tally.total()).isEqualTo(whole.at("/usage/total_tokens").asLong());
        assertThat(events.stream().map(e -> Json.read(e, JsonNode.class).path("delta").asText())
                .collect(Collectors.joining())).isEqualTo(whole.path("message").asText());
    }

    private static JsonNode answer(String message) {
        return sandbox().ask(new Question(message, "m", Locale.ENGLISH)).toCompletableFuture().join();
    }

    private static SandboxUpstream sandbox() {
        var sandbox = new SandboxUpstream();
        sandbox.messages = new Messages() {
            @Override
            public String text(Locale locale, String code, Object... arguments) {
                return code + " in a few words";
            }

            @Override
            public Locale choose(String acceptLanguage, Locale otherwise) {
                return otherwise;
            }
        };
        return sandbox;
    }
}

package io.weir.webrest.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.api.Json;
import io.weir.webrest.outbound.Circuit;
import io.weir.webrest.outbound.UpstreamAnswer;
import io.weir.webrest.outbound.UpstreamFailure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AriXUpstreamTest {
    private static final Question QUESTION = new Question("hi", "m", Locale.ENGLISH);
    private final AtomicLong now = new AtomicLong();
    private final Circuit circuit = new Circuit(3, Duration.ofNanos(100), now::get);

    @Test
    void passesTheAnswerOn() {
        var answer = "{\"success\":true,\"message\":\"x\",\"more\":[1]}";
        assertThat(ask(asked -> answer(200, answer))).isCompletedWithValue(Json.read(answer, JsonNode.class));
    }

    @Test
    void anAnswerThatIsNoneFails() {
        assertThat(ask(asked -> answer(200, ""))).isCompletedExceptionally();
        assertThat(ask(asked -> answer(200, "[]"))).isCompletedExceptionally();
        assertThat(ask(asked -> answer(200, "{\"success\":false}"))).isCompletedExceptionally();
    }

    @Test
    void afterFailuresInARowNobodyIsAskedUntilOneTrySucceeds() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(AriXUpstreamTest::down)).isCompletedExceptionally();
        }
        assertThat(ask(asked -> {
            throw new AssertionError("was asked");
        })).isCompletedExceptionally();
        now.set(100);
        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).as("only one tries").isFalse();
        circuit.report(true);
        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void aFailedTryOpensAgainAtOnce() {
        for (int i = 0; i < 3; i++) {
            circuit.report(false);
        }
        now.set(150);
        assertThat(circuit.allows()).isTrue();
        circuit.report(false);
        assertThat(circuit.allows()).isFalse();
        now.set(249);
        assertThat(circuit.allows()).isFalse();
        now.set(250);
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void successInBetweenStartsTheCountAnew() {
        circuit.report(false);
        circuit.report(false);
        circuit.report(true);
        circuit.report(false);
        circuit.report(false);
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void tooManyAtOnceIsAFailureOfThisQuestionOnly() {
        var full = new AriXUpstream(asked -> null, circuit, work -> {
            throw new RejectedExecutionException();
        }, 1000);
        for (int i = 0; i < 10; i++) {
            assertThat(full.ask(QUESTION).toCompletableFuture()).isCompletedExceptionally();
        }
        assertThat(circuit.allows()).isTrue();
    }

    private CompletableFuture<JsonNode> ask(AriX server) {
        return upstream(server).ask(QUESTION).toCompletableFuture();
    }

    @Test
    void aServerThatRefusesTheQuestionIsAlive() {
        for (int i = 0; i < 10; i++) {
            assertThat(ask(asked -> answer(400, "{}"))).isCompletedExceptionally();
            assertThatThrownBy(() -> upstream(asked -> answer(404, "")).open(QUESTION))
                    .isInstanceOf(UpstreamException.class);
        }
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void aStreamThatDoesNotBeginOpensTheCircuitToo() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> upstream(asked -> answer(500, "")).open(QUESTION))
                    .isInstanceOf(UpstreamException.class);
        }
        assertThatThrownBy(() -> upstream(asked -> answer(200, "")).open(QUESTION))
                .isInstanceOf(UpstreamFailure.class);
    }

    @Test
    void aStreamIsAskedForAsOne() {
        var asked = new ArrayList<AriX.Ask>();
        upstream(ask -> {
            asked.add(ask);
            return answer(200, "data: x");
        }).open(QUESTION);
        assertThat(Json.write(asked.get(0))).isEqualTo("{\"message\":\"hi\",\"model\":\"m\",\"stream\":true}");
        assertThat(Json.write(new AriX.Ask("a", "b", null))).isEqualTo("{\"message\":\"a\",\"model\":\"b\"}");
    }

    private AriXUpstream upstream(AriX server) {
        return new AriXUpstream(server, circuit, Runnable::run, 1000);
    }

    private static UpstreamAnswer answer(int status, String body) {
        return new UpstreamAnswer(status, List.of(),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), () -> { });
    }

    private static UpstreamAnswer down(AriX.Ask asked) {
        throw new UpstreamFailure(UpstreamFailure.Kind.UNREACHABLE, "connection refused");
    }
}

package io.weir.webrest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.api.Json;
import java.time.Duration;
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
        var answer = Json.read("{\"success\":true,\"message\":\"x\",\"more\":[1]}", JsonNode.class);
        assertThat(ask(asked -> answer)).isCompletedWithValue(answer);
    }

    @Test
    void anAnswerThatIsNoneFails() {
        assertThat(ask(asked -> null)).isCompletedExceptionally();
        assertThat(ask(asked -> Json.read("[]", JsonNode.class))).isCompletedExceptionally();
        assertThat(ask(asked -> Json.read("{\"success\":false}", JsonNode.class))).isCompletedExceptionally();
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
        return new AriXUpstream(server, circuit, Runnable::run, 1000).ask(QUESTION).toCompletableFuture();
    }

    private static JsonNode down(AriX.Ask asked) {
        throw new IllegalStateException("connection refused");
    }
}

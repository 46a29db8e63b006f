package io.weir.webrest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.api.Json;
import io.weir.webrest.outbound.Circuit;
import io.weir.webrest.outbound.UpstreamAnswer;
import io.weir.webrest.outbound.UpstreamFailure;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Asks one AriX server, on a thread that may wait, never on a request thread. An answer counts when it is an object
 * that doesn't say {@code success:false}; a late one is not waited for longer than the time-out, even when it trickles.
 */
final class AriXUpstream implements Upstream {
    private static final long MOST_BYTES = 4L << 20;

    private final AriX server;
    private final Circuit circuit;
    private final Executor threads;
    private final long timeoutMillis;

    AriXUpstream(AriX server, Circuit circuit, Executor threads, long timeoutMillis) {
        this.server = server;
        this.circuit = circuit;
        this.threads = threads;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public CompletionStage<JsonNode> ask(Question question) {
        if (!circuit.allows()) {
            return CompletableFuture.failedStage(UpstreamFailure.circuitOpen(circuit.retrySeconds()));
        }
        try {
            var asked = new AriX.Ask(question.message(), question.model(), null);
            return CompletableFuture.supplyAsync(() -> whole(server.send(asked)), threads)
                    .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                    .whenComplete((answer, failure) -> circuit.report(failure == null || isAboutTheQuestion(failure)))
                    .thenApply(AriXUpstream::sound);
        } catch (RejectedExecutionException full) {
            circuit.withdraw();
            return CompletableFuture.failedStage(full);
        }
    }

    @Override
    public UpstreamAnswer open(Question question) {
        if (!circuit.allows()) {
            throw UpstreamFailure.circuitOpen(circuit.retrySeconds());
        }
        boolean alive = false;
        try {
            var answer = good(server.send(new AriX.Ask(question.message(), question.model(), true)));
            alive = true;
            return answer;
        } catch (RuntimeException failure) {
            alive = isAboutTheQuestion(failure);
            throw failure;
        } finally {
            circuit.report(alive);
        }
    }

    private JsonNode whole(UpstreamAnswer head) {
        try (var answer = good(head)) {
            long until = System.nanoTime() + timeoutMillis * 1_000_000;
            var body = answer.read(MOST_BYTES, until)
                    .orElseThrow(() -> new UpstreamException("the answer is too long"));
            return Json.mapper().readTree(body);
        } catch (IOException broken) {
            throw UpstreamFailure.of(broken);
        }
    }

    /** Neither a redirect nor an error is an answer. */
    private static UpstreamAnswer good(UpstreamAnswer answer) {
        if (answer.status() < 200 || answer.status() > 299) {
            answer.close();
            throw UpstreamException.ofStatus(answer.status());
        }
        return answer;
    }

    private static boolean isAboutTheQuestion(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof UpstreamException refused && refused.isAboutTheQuestion();
    }

    static JsonNode sound(JsonNode answer) {
        if (answer == null || !answer.isObject() || !answer.path("success").asBoolean(true)) {
            throw new UpstreamException("no answer in the answer");
        }
        return answer;
    }
}

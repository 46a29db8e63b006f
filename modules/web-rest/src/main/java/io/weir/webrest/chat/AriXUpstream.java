package io.weir.webrest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Asks one AriX server. Its client waits on a thread of its own pool, never on a request thread. An answer counts when
 * it is an object that doesn't say {@code success:false}; a late one is not waited for longer than the time-out, even
 * when it trickles.
 */
final class AriXUpstream implements Upstream {
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
            return CompletableFuture.failedStage(new UpstreamException("circuit is open"));
        }
        try {
            var asked = new AriX.Ask(question.message(), question.model());
            return CompletableFuture.supplyAsync(() -> server.chat(asked), threads)
                    .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                    .whenComplete((answer, failure) -> circuit.report(failure == null || isAboutTheQuestion(failure)))
                    .thenApply(AriXUpstream::sound);
        } catch (RejectedExecutionException full) {
            circuit.report(true);
            return CompletableFuture.failedStage(full);
        }
    }

    /** A server that refuses a question is alive. */
    private static boolean isAboutTheQuestion(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof WebApplicationException refused && refused.getResponse().getStatus() < 500;
    }

    private static JsonNode sound(JsonNode answer) {
        if (answer == null || !answer.isObject() || !answer.path("success").asBoolean(true)) {
            throw new UpstreamException("no answer in the answer");
        }
        return answer;
    }
}

package io.weir.webrest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Admission;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Demand;
import io.weir.metering.api.MeterKey;
import io.weir.webrest.http.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One chat costs one call: held before the upstream is asked, charged when it has answered and before the client is,
 * given back when it has not. No step waits on a thread.
 */
@ApplicationScoped
class MeteredChat {
    private static final Logger LOG = Logger.getLogger(MeteredChat.class.getName());
    private static final String ENDPOINT = "/api/chat";

    @Inject
    Gate gate;
    @Inject
    Admission admission;
    @Inject
    Upstreams upstreams;

    CompletionStage<JsonNode> answer(Caller caller, Question question) {
        var upstream = upstreams.of(caller.tenant());
        return gate.admit(caller, verified -> admission.reserve(demand(verified)))
                .thenCompose(held -> work(caller, held, upstream, question));
    }

    private CompletionStage<JsonNode> work(Caller caller, Decision.Admitted held, Upstream upstream,
                                           Question question) {
        long asked = System.nanoTime();
        return upstream.ask(question)
                .handle((answer, failure) -> failure == null
                        ? charge(caller, held.id(), answer, facts(caller, question, answer, asked))
                        : giveBack(caller, held.id(), failure))
                .thenCompose(Function.identity());
    }

    private CompletionStage<JsonNode> charge(Caller caller, UUID reservation, JsonNode answer, CallFacts facts) {
        return admission.commit(demand(caller), reservation, facts).thenApply(settled -> answer);
    }

    /** A release that fails is made up for by the reservation's own end. */
    private CompletionStage<JsonNode> giveBack(Caller caller, UUID reservation, Throwable failure) {
        LOG.log(Level.WARNING, failure, () -> "chat upstream of tenant " + caller.tenant() + " did not answer");
        return admission.release(demand(caller), reservation)
                .exceptionally(late -> {
                    LOG.log(Level.WARNING, late, () -> "reservation " + reservation + " is left to expire");
                    return null;
                })
                .thenCompose(released -> CompletableFuture.failedStage(
                        Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "UPSTREAM_UNAVAILABLE").asException()));
    }

    private Demand demand(Caller caller) {
        return new Demand(caller.tenant(), caller.requireAccount(), MeterKey.CALLS, 1, caller.verifiedAt(),
                upstreams.patience());
    }

    private static CallFacts facts(Caller caller, Question question, JsonNode answer, long asked) {
        long tokens = Math.max(0, answer.path("usage").path("total_tokens").asLong(0));
        int millis = (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - asked) / 1_000_000);
        return new CallFacts(ENDPOINT, Optional.of(question.model()), 200, OptionalInt.of(millis), tokens,
                caller.keyId());
    }
}

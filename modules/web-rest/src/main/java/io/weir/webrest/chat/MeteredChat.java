package io.weir.webrest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Actual;
import io.weir.metering.api.Admission;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Demand;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.Units;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.http.Gate;
import io.weir.webrest.outbound.UpstreamFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One chat costs one call, and its tokens where the account's plan meters them: held together before the upstream is
 * asked, tokens by an estimate; charged when it has answered and before the client is, tokens by what the answer says;
 * given back when it has not. No step waits on a thread.
 */
@ApplicationScoped
class MeteredChat {
    private static final Logger LOG = Logger.getLogger(MeteredChat.class.getName());
    private static final String ENDPOINT = "/api/chat";
    /** What an answer usually stays below (seed E). */
    private static final long ANSWER_TOKENS = 2000;

    @Inject
    Gate gate;
    @Inject
    Admission admission;
    @Inject
    Meters meters;
    @Inject
    Upstreams upstreams;

    CompletionStage<JsonNode> answer(Caller caller, Question question) {
        var exchange = Exchange.current();
        var upstream = upstreams.of(caller.tenant());
        return admit(caller, question, upstreams.patience())
                .thenCompose(held -> work(new Work(caller, held(caller, held), question, exchange), upstream));
    }

    /** Calls and tokens together, or neither. */
    CompletionStage<Decision.Admitted> admit(Caller caller, Question question, Duration patience) {
        var tokens = meters.find(caller.tenant(), MeterKey.TOKENS)
                .map(meter -> Tokens.of(question.message()) + ANSWER_TOKENS);
        return gate.admit(caller, verified -> {
            var demand = new Demand(verified.tenant(), verified.requireAccount(),
                    List.of(new Units(MeterKey.CALLS, 1)), List.of(), verified.verifiedAt(), Optional.empty(),
                    patience);
            return admission.reserve(tokens.map(t -> demand.andWhereMetered(MeterKey.TOKENS, t)).orElse(demand));
        });
    }

    private CompletionStage<JsonNode> work(Work work, Upstream upstream) {
        long asked = System.nanoTime();
        return upstream.ask(work.question())
                .handle((answer, failure) -> failure == null ? charge(work, answer, asked) : giveBack(work, failure))
                .thenCompose(Function.identity());
    }

    private CompletionStage<JsonNode> charge(Work work, JsonNode answer, long asked) {
        var tally = new TokenTally(work.question().message());
        tally.answer(answer);
        long tokens = tally.total();
        return admission.settle(work.held(), actual(tokens), facts(work.caller(), work.question(), tokens, asked))
                .thenApply(settled -> {
            work.exchange().quota(settled);
            return answer;
        });
    }

    /** A release that fails is made up for by the reservation's own end. */
    private CompletionStage<JsonNode> giveBack(Work work, Throwable failure) {
        LOG.log(Level.WARNING, failure, () -> "chat upstream of tenant " + work.caller().tenant()
                + " did not answer");
        return admission.release(work.held())
                .exceptionally(late -> {
                    LOG.log(Level.WARNING, late, () -> "reservation " + work.held().reservation()
                            + " is left to expire");
                    return null;
                })
                .thenCompose(released -> CompletableFuture.failedStage(unavailable(failure).asException()));
    }

    static Admission.Held held(Caller caller, Decision.Admitted admitted) {
        return new Admission.Held(caller.tenant(), caller.requireAccount(), admitted.id());
    }

    static Actual actual(long tokens) {
        return hold -> hold.meter().equals(MeterKey.TOKENS) ? tokens : hold.quantity();
    }

    static CallFacts facts(Caller caller, Question question, long tokens, long asked) {
        int millis = (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - asked) / 1_000_000);
        return new CallFacts(ENDPOINT, Optional.empty(), Optional.of(question.model()), 200, OptionalInt.of(millis),
                tokens, caller.keyId());
    }

    /** Seed B's clients know one word for every failure of the upstream. */
    static Refusal unavailable(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
                : failure;
        return cause instanceof UpstreamFailure upstream && isTold(upstream)
                ? upstream.asRefusal() : Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "UPSTREAM_UNAVAILABLE");
    }

    private static boolean isTold(UpstreamFailure failure) {
        return failure.kind() != UpstreamFailure.Kind.TIMED_OUT;
    }

    private record Work(Caller caller, Admission.Held held, Question question, Exchange exchange) {
    }
}

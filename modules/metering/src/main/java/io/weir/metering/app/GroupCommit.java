package io.weir.metering.app;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Admission;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Demand;
import io.weir.metering.api.Settlement;
import io.weir.metering.domain.Answer;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.Holder;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Admission by group commit: what waits while one batch commits is the next batch. The threads start with the first
 * demand, because nothing may touch the database before it has been migrated.
 */
@ApplicationScoped
public class GroupCommit implements Admission {
    private final ShardsOfServer source;
    private volatile Shards shards;
    private boolean closed;

    protected GroupCommit() {
        this(null);
    }

    @Inject
    public GroupCommit(ShardsOfServer source) {
        this.source = source;
    }

    @Override
    public CompletionStage<Decision> charge(Demand demand, CallFacts facts) {
        return submit(new Ask.Charge(demand, sound(facts))).thenApply(GroupCommit::decision);
    }

    @Override
    public CompletionStage<Decision> reserve(Demand demand) {
        return submit(new Ask.Reserve(demand)).thenApply(GroupCommit::decision);
    }

    @Override
    public CompletionStage<Settlement> commit(Demand demand, UUID reservation, CallFacts facts) {
        return submit(new Ask.Commit(demand, reservation, sound(facts)))
                .thenApply(answer -> ((Answer.Settled) notRefused(answer)).settlement());
    }

    @Override
    public CompletionStage<Void> release(Demand demand, UUID reservation) {
        return submit(new Ask.Release(demand, reservation)).thenAccept(GroupCommit::notRefused);
    }

    /** Gives the reservation back if its time has run out; answers whether it had. */
    public CompletableFuture<Boolean> expire(Holder holder, UUID reservation) {
        return submit(new Ask.Expire(holder, reservation))
                .thenApply(answer -> ((Answer.GivenBack) notRefused(answer)).changed());
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        if (shards != null) {
            shards.stop();
            shards.awaitEnd();
        }
    }

    private CompletableFuture<Answer> submit(Ask ask) {
        var running = shards != null ? shards : started();
        return running.submit(ask);
    }

    private synchronized Shards started() {
        if (closed) {
            throw Unavailable.refusal();
        }
        if (shards == null) {
            shards = source.start();
        }
        return shards;
    }

    private static Decision decision(Answer answer) {
        return ((Answer.Decided) notRefused(answer)).decision();
    }

    private static Answer notRefused(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            throw refused.refusal().asException();
        }
        return answer;
    }

    /** Facts come from callers' bodies; one that no column holds would fail the whole batch. */
    private static CallFacts sound(CallFacts facts) {
        require(facts.status() >= 100 && facts.status() <= 599, "status");
        require(facts.tokens() >= 0 && facts.tokens() <= Demand.MOST, "tokens");
        require(facts.latencyMs().orElse(0) >= 0, "latencyMs");
        return facts;
    }

    private static void require(boolean sound, String field) {
        if (!sound) {
            throw Refusal.invalidField(field, "OUT_OF_RANGE").asException();
        }
    }
}

package io.weir.metering.app;

import io.weir.metering.api.Actual;
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
 * Admission by group commit: what waits while one batch commits is the next batch; a charge that finds nobody there is
 * one by itself, on its own thread. The threads start with the first
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
        return shards().decide(new Ask.Charge(demand, SoundFacts.require(facts))).thenApply(GroupCommit::decision);
    }

    @Override
    public CompletionStage<Decision> reserve(Demand demand) {
        return submit(new Ask.Reserve(demand)).thenApply(GroupCommit::decision);
    }

    @Override
    public CompletionStage<Settlement> settle(Held held, Actual actual, CallFacts facts) {
        return submit(new Ask.Settle(holder(held), held.reservation(), actual, SoundFacts.require(facts)))
                .thenApply(answer -> ((Answer.Settled) notRefused(answer)).settlement());
    }

    @Override
    public CompletionStage<Void> release(Held held) {
        return submit(new Ask.Release(holder(held), held.reservation())).thenAccept(GroupCommit::notRefused);
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

    /** One ask; its answer follows the commit of its batch. */
    CompletableFuture<Answer> submit(Ask ask) {
        return shards().submit(ask);
    }

    private Shards shards() {
        return shards != null ? shards : started();
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

    private static Holder holder(Held held) {
        return new Holder(held.tenant(), held.account());
    }
}

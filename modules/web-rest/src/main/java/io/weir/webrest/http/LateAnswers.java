package io.weir.webrest.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Turns work that ends later, on whatever thread, into an answer. Failures become problems here, in the request's
 * language. An answer that still has to be stored under an idempotency key is finished on a thread that may wait for
 * the database.
 */
@ApplicationScoped
public class LateAnswers {
    @Resource
    ManagedExecutorService threads;
    @Inject
    Problems problems;

    public <T> CompletionStage<Response> of(CompletionStage<T> work, Function<T, Response> answer) {
        var exchange = Exchange.current();
        var answered = work.thenApply(answer).exceptionally(failure -> problems.response(failure, exchange));
        return exchange.claim().isPresent() ? moved(answered, Response::getEntity, threads) : answered;
    }

    /**
     * Completed on a thread that may wait. A stream stays where it is: it is read from its upstream while it is
     * written, for minutes perhaps, and comes on a thread that is there for it; the server's own are few.
     */
    static <T> CompletionStage<T> moved(CompletionStage<T> answered, Function<T, Object> entity, Executor threads) {
        var moved = new CompletableFuture<T>();
        answered.thenAccept(ready -> {
            Executor here = entity.apply(ready) instanceof StreamingOutput ? Runnable::run : threads;
            here.execute(() -> moved.complete(ready));
        }).exceptionally(failure -> {
            moved.completeExceptionally(failure);
            return null;
        });
        return moved;
    }
}

package io.weir.webrest.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
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
        return exchange.claim().isPresent() ? answered.thenApplyAsync(Function.identity(), threads) : answered;
    }
}

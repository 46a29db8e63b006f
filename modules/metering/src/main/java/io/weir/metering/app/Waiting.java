package io.weir.metering.app;

import io.weir.metering.domain.Answer;
import io.weir.metering.domain.Ask;
import java.util.concurrent.CompletableFuture;

/** A demand on its way through the gate. {@code since} is {@code System.nanoTime()} when it arrived. */
record Waiting(Ask ask, CompletableFuture<Answer> answer, long since) {
    static Waiting of(Ask ask) {
        return new Waiting(ask, new CompletableFuture<>(), System.nanoTime());
    }

    boolean olderThan(long nanos) {
        return System.nanoTime() - since > nanos;
    }

    void fail(Throwable why) {
        answer.completeExceptionally(why);
    }
}

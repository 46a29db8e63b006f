package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LateAnswersTest {
    private final ArrayDeque<Runnable> serversThreads = new ArrayDeque<>();
    private final CompletableFuture<Object> work = new CompletableFuture<>();
    private final CompletableFuture<Object> answer =
            LateAnswers.moved(work, Function.identity(), serversThreads::add).toCompletableFuture();

    @Test
    void aStreamIsNeverWrittenOnTheServersThreads() {
        StreamingOutput minutes = out -> { };
        work.complete(minutes);
        assertThat(answer).isCompletedWithValue(minutes);
        assertThat(serversThreads).isEmpty();
    }

    @Test
    void whatIsReadyIsStoredWhereTheDatabaseMayBeWaitedFor() {
        work.complete("ready");
        assertThat(answer).isNotDone();
        serversThreads.remove().run();
        assertThat(answer).isCompletedWithValue("ready");
    }

    @Test
    void withoutAThreadItFailsInsteadOfHanging() {
        var full = LateAnswers.moved(CompletableFuture.completedStage("ready"), Function.identity(), task -> {
            throw new RejectedExecutionException();
        });
        assertThat(full.toCompletableFuture()).isCompletedExceptionally();
    }
}

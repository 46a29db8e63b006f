package io.weir.systemtests.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many at once: all start together, and every answer or failure is seen. */
public final class Parallel {
    private Parallel() {
    }

    /** Runs {@code work} {@code times} times on that many threads. */
    public static <T> List<T> run(int threads, int times, Callable<T> work) {
        var pool = Executors.newFixedThreadPool(threads);
        var start = new CountDownLatch(1);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            var answers = new ArrayList<T>();
            for (var future : running) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
        }
    }
}

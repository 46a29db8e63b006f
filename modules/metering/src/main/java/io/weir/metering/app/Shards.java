package io.weir.metering.app;

import io.weir.metering.domain.Answer;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.BatchStore;
import io.weir.metering.domain.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The flushers of this node, each with the accounts that hash to it, so that demands of one account are decided in the
 * order in which they come; and a watch that fails what waits too long.
 */
final class Shards {
    private static final long WATCH_MILLIS = 100;
    private static final long END_MILLIS = 1000;
    private final List<Flusher> flushers;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> running = new ArrayList<>();

    Shards(int count, IntFunction<BatchStore> stores, FlusherTerms terms) {
        this.flushers = IntStream.range(0, count).mapToObj(shard -> new Flusher(stores.apply(shard), terms)).toList();
    }

    void start(ThreadFactory threads) {
        flushers.forEach(flusher -> running.add(threads.newThread(flusher)));
        running.add(threads.newThread(this::watch));
        running.forEach(Thread::start);
    }

    /** Decided when this returns, if nobody else was there; else as with {@link #submit}. */
    CompletableFuture<Answer> decide(Ask ask) {
        var waiting = Waiting.of(ask);
        var flusher = flusherOf(ask.holder());
        return flusher.decideNow(waiting) ? waiting.answer() : submit(waiting, flusher);
    }

    /** Fails with {@code UNAVAILABLE} at once when too many wait already. */
    CompletableFuture<Answer> submit(Ask ask) {
        return submit(Waiting.of(ask), flusherOf(ask.holder()));
    }

    private CompletableFuture<Answer> submit(Waiting waiting, Flusher flusher) {
        if (!flusher.offer(waiting)) {
            waiting.fail(Unavailable.refusal());
        } else if (stop.getCount() == 0) {
            // Its thread may have looked into the queue for the last time already.
            flusher.failQueued();
        }
        return waiting.answer();
    }

    void stop() {
        stop.countDown();
        flushers.forEach(Flusher::stop);
    }

    /** Until the batches that run are done, so that their callers get their answers; not longer than a while. */
    void awaitEnd() {
        try {
            for (var thread : running) {
                thread.join(END_MILLIS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private Flusher flusherOf(Holder holder) {
        int hash = holder.hashCode();
        return flushers.get(Math.floorMod(hash ^ hash >>> 16, flushers.size()));
    }

    private void watch() {
        try {
            while (!stop.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                flushers.forEach(Flusher::failOverdue);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

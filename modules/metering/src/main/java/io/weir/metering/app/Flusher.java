package io.weir.metering.app;

import io.weir.metering.domain.Answer;
import io.weir.metering.domain.BatchFailure;
import io.weir.metering.domain.BatchStore;
import io.weir.platform.api.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One thread that takes whatever waits, decides it in one transaction, hands the answers on to be written by others,
 * and takes what has come meanwhile. An idle one begins at once, or lets the thread that brings a demand decide it
 * ({@link #decideNow}); a busy one's batches grow with the load.
 */
final class Flusher implements Runnable {
    static final int LARGEST_BATCH = 512;
    private static final Logger LOG = Logger.getLogger(Flusher.class.getName());
    private static final long STOP_CHECK_MILLIS = 200;
    private final BlockingQueue<Waiting> queue;
    private final BatchStore store;
    private final BatchRun run;
    private final FlusherTerms terms;
    /** Held by whoever runs a batch: the flusher's own thread, or one that brought a demand while that had nothing. */
    private final ReentrantLock turn = new ReentrantLock();
    /** Out of the queue, and waiting for its turn. */
    private volatile Waiting first;
    private volatile Batch current;
    private volatile boolean stopped;
    /** While the database is gone every demand is a batch, and one warning a second says enough. */
    private long lastWarned;

    Flusher(BatchStore store, FlusherTerms terms) {
        this.queue = new ArrayBlockingQueue<>(terms.queueLength());
        this.store = store;
        this.run = new BatchRun(store, terms.time(), terms.months(), Ids::next, terms.patienceNanos());
        this.terms = terms;
    }

    /** False when too many wait already. */
    boolean offer(Waiting one) {
        return !stopped && queue.offer(one);
    }

    /**
     * Decides it on the thread that brings it, if nothing else waits or runs here: a lone caller is spared two
     * hand-overs between threads. False when it has to queue; the first attempt may have failed then, but nothing was
     * committed.
     */
    boolean decideNow(Waiting one) {
        if (stopped || !isIdle() || !turn.tryLock()) {
            return false;
        }
        try {
            if (!stopped && isIdle() && store.isConnected()) {
                performNow(new Batch(List.of(one)));
            }
            return one.answer().isDone();
        } finally {
            turn.unlock();
        }
    }

    private boolean isIdle() {
        return queue.isEmpty() && first == null;
    }

    private void performNow(Batch batch) {
        long began = System.nanoTime();
        current = batch;
        try {
            run.once(batch).ifPresent(answers -> {
                batch.decided();
                batch.complete(answers);
                count(answers, System.nanoTime() - began);
            });
        } catch (BatchRun.OutcomeUnknown unknown) {
            failed(batch, unknown);
        } finally {
            current = null;
        }
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                // The time-out is for noticing that it is to stop.
                first = queue.poll(STOP_CHECK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    inTurn(() -> perform(next()));
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            stop();
            inTurn(store::discard);
            failQueued();
        }
    }

    private void inTurn(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /** The batch that runs is finished; what waits is failed. */
    void stop() {
        stopped = true;
    }

    /** Called by the watch: nobody waits longer than the patience, whatever the database does. */
    void failOverdue() {
        var next = first;
        if (next != null && next.olderThan(terms.patienceNanos())) {
            next.fail(Unavailable.refusal());
        }
        var running = current;
        if (running != null && running.olderThan(terms.patienceNanos())) {
            running.giveUp();
        }
        for (var head = queue.peek(); head != null && head.olderThan(terms.patienceNanos()); head = queue.peek()) {
            if (queue.remove(head)) {
                head.fail(Unavailable.refusal());
            }
        }
    }

    void failQueued() {
        var all = new ArrayList<Waiting>();
        queue.drainTo(all);
        all.forEach(one -> one.fail(Unavailable.refusal()));
    }

    /** The first, and all that came while it waited for its turn. */
    private Batch next() {
        var taken = new ArrayList<Waiting>();
        taken.add(first);
        first = null;
        queue.drainTo(taken, LARGEST_BATCH - 1);
        return new Batch(inTime(taken));
    }

    private List<Waiting> inTime(List<Waiting> taken) {
        var late = taken.stream().filter(one -> one.olderThan(terms.patienceNanos())).toList();
        late.forEach(one -> one.fail(Unavailable.refusal()));
        return late.isEmpty() ? taken : taken.stream().filter(one -> !late.contains(one)).toList();
    }

    private void perform(Batch batch) {
        if (batch.size() == 0) {
            return;
        }
        long began = System.nanoTime();
        answersOf(batch).ifPresent(answers -> handOn(batch, answers, System.nanoTime() - began));
    }

    /** Empty when the batch has been failed, or done again demand by demand. Never throws: the next batch must come. */
    private Optional<List<Answer>> answersOf(Batch batch) {
        current = batch;
        try {
            var answers = run.of(batch);
            batch.decided();
            return answers;
        } catch (BatchRun.OutcomeUnknown unknown) {
            failed(batch, unknown);
        } catch (BatchFailure failure) {
            onFailure(batch, failure);
        } catch (RuntimeException | Error unexpected) {
            LOG.log(Level.SEVERE, unexpected, () -> "a batch of " + batch.size() + " failed");
            performSingly(batch, unexpected);
        } finally {
            current = null;
        }
        return Optional.empty();
    }

    private void onFailure(Batch batch, BatchFailure failure) {
        if (failure.kind() == BatchFailure.Kind.BROKEN) {
            LOG.log(Level.SEVERE, failure, () -> "a batch of " + batch.size() + " was refused by the database");
            performSingly(batch, failure);
            return;
        }
        if (failure.kind() == BatchFailure.Kind.UNREACHABLE) {
            // Before the batch hears of it: who asks again after that is not to be failed with those who waited.
            failQueued();
        }
        failed(batch, failure);
    }

    /** One demand that cannot be done must not take the others with it. */
    private void performSingly(Batch batch, Throwable why) {
        if (batch.size() == 1) {
            batch.fail(why instanceof BatchFailure ? Unavailable.refusal() : why);
            return;
        }
        for (var single : batch.singly()) {
            if (single.olderThan(terms.patienceNanos())) {
                failed(single, why);
            } else {
                perform(single);
            }
        }
    }

    private void failed(Batch batch, Throwable why) {
        batch.fail(Unavailable.refusal());
        boolean lately = lastWarned != 0 && System.nanoTime() - lastWarned < TimeUnit.SECONDS.toNanos(1);
        LOG.log(lately ? Level.FINE : Level.WARNING, why, () -> "a batch of " + batch.size() + " was not admitted");
        lastWarned = lately ? lastWarned : System.nanoTime();
    }

    /** From here on the batch is durable: whatever goes wrong, its callers get these answers. */
    private void handOn(Batch batch, List<Answer> answers, long nanos) {
        try {
            terms.answering().execute(() -> batch.complete(answers));
        } catch (RuntimeException stopping) {
            LOG.log(Level.FINE, "the server is stopping", stopping);
            batch.complete(answers);
        }
        count(answers, nanos);
    }

    private void count(List<Answer> answers, long nanos) {
        try {
            terms.tally().decided(answers, nanos);
        } catch (RuntimeException uncounted) {
            LOG.log(Level.WARNING, "a batch is missing in the metrics", uncounted);
        }
    }
}

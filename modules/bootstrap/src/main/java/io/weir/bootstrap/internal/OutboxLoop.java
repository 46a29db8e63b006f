package io.weir.bootstrap.internal;

import io.weir.platform.api.OutboxDelivery;
import io.weir.platform.api.OutboxSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * This node's delivery thread: works the outbox off at each signal, and each second for what other nodes and retries
 * left due.
 */
@ApplicationScoped
public class OutboxLoop {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int BATCH = 100;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final FailureLog failures = new FailureLog("outbox.deliver");
    private final OutboxDelivery delivery;
    private final OutboxSignal signal;
    private volatile Thread thread;

    protected OutboxLoop() {
        this(null, null);
    }

    @Inject
    public OutboxLoop(OutboxDelivery delivery, OutboxSignal signal) {
        this.delivery = delivery;
        this.signal = signal;
    }

    public void start(ThreadFactory threads) {
        thread = threads.newThread(this::run);
        thread.start();
    }

    /** True before the start as well: what has not begun has not died. */
    public boolean isAlive() {
        var started = thread;
        return started == null || started.isAlive();
    }

    /** Lets the delivery under way come to its end, for most of the time given, before it is interrupted. */
    public void stop(Duration atMost) {
        var started = thread;
        if (started == null) {
            return;
        }
        stopping.countDown();
        signal.raised();
        try {
            started.join(Math.max(1, atMost.toMillis() * 3 / 4));
            started.interrupt();
            started.join(Math.max(1, atMost.toMillis() / 4));
        } catch (InterruptedException e) {
            started.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isStopping()) {
                signal.await(LOOK_AGAIN);
                deliver();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** An error, unlike an exception, ends the thread, and the liveness check then asks for a new server. */
    private void deliver() throws InterruptedException {
        try {
            int tried = BATCH;
            while (!isStopping() && tried >= BATCH) {
                tried = delivery.deliverDue(BATCH);
            }
            failures.succeeded();
        } catch (RuntimeException e) {
            failures.failed(e);
            stopping.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}

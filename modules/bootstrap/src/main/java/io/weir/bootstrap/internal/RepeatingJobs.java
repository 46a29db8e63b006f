package io.weir.bootstrap.internal;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Jobs that run again and again on a few threads of their own, so that none of them takes a request's. */
final class RepeatingJobs implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RepeatingJobs.class.getName());
    /** More than gateways that do not answer can hold at once: reservations run out in time all the same. */
    private static final int THREADS = 8;
    private final ScheduledThreadPoolExecutor timer;
    private final Duration stopWithin;

    RepeatingJobs(ThreadFactory threads, Duration stopWithin) {
        this.timer = new ScheduledThreadPoolExecutor(THREADS, threads);
        this.stopWithin = stopWithin;
    }

    /**
     * Runs it now, and again so long after each end. One that throws is logged by its name and runs again like any
     * other.
     */
    void every(Duration pause, String name, Runnable job) {
        var failures = new FailureLog(name);
        timer.scheduleWithFixedDelay(() -> run(job, failures), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(stopWithin.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "jobs are still running {0} ms after they were told to stop",
                        stopWithin.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A timer drops a job that lets anything out, errors included. */
    private static void run(Runnable job, FailureLog failures) {
        try {
            job.run();
            failures.succeeded();
        } catch (RuntimeException | Error e) {
            failures.failed(e);
        }
    }
}

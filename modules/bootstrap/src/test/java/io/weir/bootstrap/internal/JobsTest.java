package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.api.OutboxSignal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class JobsTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Test
    void aJobThatThrowsRunsAgain() throws InterruptedException {
        var thrice = new CountDownLatch(3);
        try (var jobs = new RepeatingJobs(Executors.defaultThreadFactory(), SOON)) {
            jobs.every(Duration.ofMillis(1), "failing", () -> {
                thrice.countDown();
                if (thrice.getCount() % 2 == 0) {
                    throw new IllegalStateException("again");
                }
                throw new AssertionError("and again");
            });
            assertThat(thrice.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void batchesAreWorkedOffUntilOneIsNotFull() {
        var left = new AtomicInteger(250);
        var calls = new AtomicInteger();
        Jobs.allDue(most -> {
            calls.incrementAndGet();
            int done = Math.min(most, left.get());
            left.addAndGet(-done);
            return done;
        });
        assertThat(left).hasValue(0);
        assertThat(calls).hasValue(3);
    }

    @Test
    void theOutboxIsWorkedOffAtASignalAndAfterAFailure() throws InterruptedException {
        var signal = new Signals();
        var delivered = new CountDownLatch(2);
        var loop = new OutboxLoop(most -> {
            delivered.countDown();
            if (delivered.getCount() == 1) {
                throw new IllegalStateException("the first time");
            }
            return 0;
        }, signal);
        assertThat(loop.isAlive()).isTrue();
        loop.start(Executors.defaultThreadFactory());
        signal.raised();
        assertThat(delivered.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.isAlive()).isTrue();
        loop.stop(SOON);
        assertThat(loop.isAlive()).isFalse();
    }

    @Test
    void aDeliveryThatHangsIsInterrupted() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var loop = new OutboxLoop(most -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        }, new Signals());
        loop.start(Executors.defaultThreadFactory());
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        loop.stop(Duration.ofMillis(200));
        assertThat(loop.isAlive()).isFalse();
    }

    @Test
    void theSameFailureAgainIsNotNew() {
        var failures = new FailureLog("some.job");
        assertThat(failures.failed(new IllegalStateException("no database"))).isTrue();
        assertThat(failures.failed(new IllegalStateException("no database"))).isFalse();
        assertThat(failures.failed(new IllegalStateException("other"))).isTrue();
        failures.succeeded();
        assertThat(failures.failed(new IllegalStateException("other"))).isTrue();
    }

    /** Signals of this JVM. */
    private static final class Signals implements OutboxSignal {
        private final Semaphore raised = new Semaphore(0);

        @Override
        public void raised() {
            raised.release();
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            return raised.tryAcquire(Math.min(50, atMost.toMillis()), TimeUnit.MILLISECONDS);
        }
    }
}

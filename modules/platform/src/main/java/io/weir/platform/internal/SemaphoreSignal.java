package io.weir.platform.internal;

import io.weir.platform.api.OutboxSignal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One waiting permit is as good as many, so the rest are dropped: what they announced was committed before the waiter
 * looks.
 */
@ApplicationScoped
public class SemaphoreSignal implements OutboxSignal {
    private final Semaphore raised = new Semaphore(0);

    @Override
    public void raised() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        boolean came = raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        raised.drainPermits();
        return came;
    }
}

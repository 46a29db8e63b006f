package io.weir.systemtests.notices;

import io.weir.systemtests.harness.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A gateway with many notices at once: each is sent again, signed anew, until it is answered 200. */
final class NoticeSenders {
    private static final int AT_ONCE = 12;
    private final SandboxSigner signer;
    private final ConcurrentLinkedQueue<Map<String, Object>> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);

    NoticeSenders(SandboxSigner signer, List<Checkout> checkouts) {
        this.signer = signer;
        checkouts.forEach(checkout -> events.add(SandboxSigner.event("payment.paid", checkout.orderCode(),
                Map.of("amount", checkout.minor(), "reference", reference(checkout)))));
    }

    /** What the gateway calls the money. */
    static String reference(Checkout checkout) {
        return "sbx_ch_" + checkout.id();
    }

    void start() {
        for (int i = 0; i < AT_ONCE; i++) {
            pool.submit(this::sendAll);
        }
    }

    int answered() {
        return answered.get();
    }

    boolean awaitEnd() throws InterruptedException {
        pool.shutdown();
        return pool.awaitTermination(60, TimeUnit.SECONDS) && events.isEmpty();
    }

    /** Looks often, because what is waited for is a moment. */
    static void awaitClosely(Duration within, BooleanSupplier condition) {
        long end = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + within);
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private void sendAll() {
        for (var event = events.poll(); event != null; event = events.poll()) {
            while (!isAnswered(event) && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            answered.incrementAndGet();
        }
    }

    private boolean isAnswered(Map<String, Object> event) {
        try {
            return signer.send(event).status() == 200;
        } catch (RuntimeException noAnswer) {
            return false;
        }
    }
}

package io.weir.webrest.outbound;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A circuit breaker for one upstream address. Closed, it lets everything through and counts failures in a row; after
 * {@code threshold} of them it opens and lets nothing through for {@code pause}; then one call tries: its success
 * closes the circuit, its failure opens it again. MicroProfile's {@code @CircuitBreaker} keeps one circuit per method,
 * so that one tenant's dead upstream would shut out every other tenant's.
 */
public final class Circuit {
    private final int threshold;
    private final long pauseNanos;
    private final LongSupplier nanoTime;
    private int failures;
    private boolean open;
    private boolean trying;
    private long openedAt;

    public Circuit(int threshold, Duration pause, LongSupplier nanoTime) {
        this.threshold = threshold;
        this.pauseNanos = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    public synchronized boolean allows() {
        if (!open) {
            return true;
        }
        if (trying || nanoTime.getAsLong() - openedAt < pauseNanos) {
            return false;
        }
        trying = true;
        return true;
    }

    /** Until one may try; at least 1. */
    public synchronized long retrySeconds() {
        return Math.max(1, (pauseNanos - (nanoTime.getAsLong() - openedAt) + 999_999_999) / 1_000_000_000);
    }

    /** Instead of a report, by a call that was allowed and never made: it has learnt nothing, so another may try. */
    public synchronized void withdraw() {
        trying = false;
    }

    /** Every call that was allowed and made reports once. */
    public synchronized void report(boolean success) {
        if (success) {
            failures = 0;
            open = false;
            trying = false;
        } else if (++failures >= threshold || trying) {
            open = true;
            trying = false;
            openedAt = nanoTime.getAsLong();
        }
    }
}

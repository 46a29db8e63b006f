package io.weir.metering.app;

import io.weir.metering.api.RateLimits.Verdict;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Buckets that nodes share, and this node's own as long as those fail: a rate limit keeps the peace, and is no reason
 * to turn anybody away. After a failure one request in a while tries the shared ones again, and the others do not wait
 * for it.
 */
final class SharedBuckets implements BucketStore {
    private static final Logger LOG = System.getLogger(SharedBuckets.class.getName());
    private static final long WARN_EVERY = Duration.ofMinutes(1).toNanos();
    private static final long SHARED = Long.MIN_VALUE;
    private final BucketStore shared;
    private final BucketStore own;
    private final LongSupplier nanoTime;
    private final long retryAfter;
    /** When to try the shared ones again; {@link #SHARED} as long as they work. */
    private final AtomicLong retryAt = new AtomicLong(SHARED);
    private final AtomicLong warnAt;

    SharedBuckets(BucketStore shared, BucketStore own, Duration retryAfter, LongSupplier nanoTime) {
        this.shared = shared;
        this.own = own;
        this.retryAfter = retryAfter.toNanos();
        this.nanoTime = nanoTime;
        this.warnAt = new AtomicLong(nanoTime.getAsLong());
    }

    @Override
    public Verdict take(String name, int perMinute) {
        if (perMinute <= 0) {
            return MinuteBuckets.UNLIMITED;
        }
        if (!mayTry()) {
            return own.take(name, perMinute);
        }
        try {
            var verdict = shared.take(name, perMinute);
            recovered();
            return verdict;
        } catch (RuntimeException e) {
            retryAt.set(nanoTime.getAsLong() + retryAfter);
            warn(e);
            return own.take(name, perMinute);
        }
    }

    private boolean mayTry() {
        long at = retryAt.get();
        if (at == SHARED) {
            return true;
        }
        long now = nanoTime.getAsLong();
        return now - at >= 0 && retryAt.compareAndSet(at, now + retryAfter);
    }

    private void recovered() {
        if (retryAt.get() != SHARED && retryAt.getAndSet(SHARED) != SHARED) {
            LOG.log(Level.INFO, "rate limits are shared through Redis again");
        }
    }

    private void warn(RuntimeException failure) {
        long at = warnAt.get();
        long now = nanoTime.getAsLong();
        if (now - at >= 0 && warnAt.compareAndSet(at, now + WARN_EVERY)) {
            LOG.log(Level.WARNING, "rate limits are those of this node alone until Redis answers: {0}", said(failure));
        }
    }

    private static String said(Throwable failure) {
        var innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.toString();
    }
}

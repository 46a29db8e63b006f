package io.weir.metering.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Rows that are read far more often than they change, kept for 5 s. While the database cannot be read the last known
 * value goes on counting: nothing is admitted by what is kept here. Bounded; when full it forgets everything, which
 * costs one read each.
 */
final class RecentlyRead<K, V> {
    static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Logger LOG = Logger.getLogger(RecentlyRead.class.getName());
    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final int most;
    private final LongSupplier nanoTime;

    RecentlyRead(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /** Fails with {@code UNAVAILABLE} when it cannot be read and never was. */
    V get(K key, Function<K, V> read) {
        var known = kept.get(key);
        if (known != null && nanoTime.getAsLong() - known.until() < 0) {
            return known.value();
        }
        long before = forgotten.get();
        try {
            var value = read.apply(key);
            // Not when somebody changed it while it was read: what was read may be what it was before.
            if (forgotten.get() == before) {
                keep(key, value, KEPT_NANOS);
            }
            return value;
        } catch (RuntimeException unreadable) {
            LOG.log(Level.WARNING, "cannot be read now", unreadable);
            if (known == null) {
                throw Unavailable.refusal();
            }
            keep(key, known.value(), RETRY_NANOS);
            return known.value();
        }
    }

    void forget(K key) {
        forgotten.incrementAndGet();
        kept.remove(key);
    }

    private void keep(K key, V value, long nanos) {
        if (kept.size() >= most && !kept.containsKey(key)) {
            kept.clear();
        }
        kept.put(key, new Kept<>(value, nanoTime.getAsLong() + nanos));
    }

    private record Kept<V>(V value, long until) {
    }
}

package io.weir.metering.app;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.weir.metering.api.RateLimits.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Token buckets of this node, refilled evenly over a minute. Bounded: one that nobody touched for a minute is full
 * again, so forgetting it changes nothing; only when that is not enough those go that were touched longest ago.
 */
final class Buckets {
    private static final long REFILL_NANOS = TimeUnit.MINUTES.toNanos(1);
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final TimeMeter time;
    private final int most;

    Buckets(TimeMeter time, int most) {
        this.time = time;
        this.most = most;
    }

    Verdict take(String name, int perMinute) {
        if (perMinute <= 0) {
            return new Verdict(true, 0, 0, 0, 0);
        }
        var entry = entries.computeIfAbsent(name, n -> new Entry(perMinute, time));
        if (entries.size() > most) {
            forgetIdle();
        }
        return verdict(entry.take(perMinute), perMinute);
    }

    int size() {
        return entries.size();
    }

    private static Verdict verdict(ConsumptionProbe probe, int perMinute) {
        long retry = probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
        return new Verdict(probe.isConsumed(), perMinute, probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()), retry);
    }

    /** Rounded up: a client that waits for so long must find what it was promised. */
    private static long seconds(long nanos) {
        return Math.floorDiv(nanos + TimeUnit.SECONDS.toNanos(1) - 1, TimeUnit.SECONDS.toNanos(1));
    }

    private synchronized void forgetIdle() {
        if (entries.size() <= most) {
            return;
        }
        long now = time.currentTimeNanos();
        entries.values().removeIf(entry -> now - entry.touched >= REFILL_NANOS);
        int surplus = entries.size() - most / 10 * 9;
        if (entries.size() > most) {
            entries.entrySet().stream().map(entry -> Map.entry(entry.getKey(), entry.getValue().touched))
                    .sorted(Comparator.comparingLong(entry -> entry.getValue() - now)).limit(surplus).toList()
                    .forEach(oldest -> entries.remove(oldest.getKey()));
        }
    }

    private static final class Entry {
        private final Bucket bucket;
        private final TimeMeter time;
        private int perMinute;
        private volatile long touched;

        Entry(int perMinute, TimeMeter time) {
            this.bucket = Bucket.builder().addLimit(bandwidth(perMinute)).withCustomTimePrecision(time).build();
            this.time = time;
            this.perMinute = perMinute;
            this.touched = time.currentTimeNanos();
        }

        ConsumptionProbe take(int wanted) {
            touched = time.currentTimeNanos();
            adapt(wanted);
            return bucket.tryConsumeAndReturnRemaining(1);
        }

        /** A new limit does not fill the bucket: who has used up half of the old one has half of the new one left. */
        private synchronized void adapt(int wanted) {
            if (wanted != perMinute) {
                var limits = BucketConfiguration.builder().addLimit(bandwidth(wanted)).build();
                bucket.replaceConfiguration(limits, TokensInheritanceStrategy.PROPORTIONALLY);
                perMinute = wanted;
            }
        }

        private static Bandwidth bandwidth(int perMinute) {
            return Bandwidth.builder().capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)).build();
        }
    }
}

package io.weir.metering.app;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.weir.metering.api.RateLimits.Verdict;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Token buckets in the memory of this node. Bounded: one that nobody touched for a minute is full again, so forgetting
 * it changes nothing; only when that is not enough those go that were touched longest ago.
 */
final class LocalBuckets implements BucketStore {
    private static final long REFILL_NANOS = MinuteBuckets.REFILL.toNanos();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final TimeMeter time;
    private final int most;

    LocalBuckets(TimeMeter time, int most) {
        this.time = time;
        this.most = most;
    }

    @Override
    public Verdict take(String name, int perMinute) {
        if (perMinute <= 0) {
            return MinuteBuckets.UNLIMITED;
        }
        var entry = entries.computeIfAbsent(name, n -> new Entry(perMinute, time));
        if (entries.size() > most) {
            forgetIdle();
        }
        return MinuteBuckets.verdict(entry.take(perMinute), perMinute);
    }

    int size() {
        return entries.size();
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
            var limit = MinuteBuckets.of(perMinute).getBandwidths()[0];
            this.bucket = Bucket.builder().addLimit(limit).withCustomTimePrecision(time).build();
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
                bucket.replaceConfiguration(MinuteBuckets.of(wanted), TokensInheritanceStrategy.PROPORTIONALLY);
                perMinute = wanted;
            }
        }
    }
}

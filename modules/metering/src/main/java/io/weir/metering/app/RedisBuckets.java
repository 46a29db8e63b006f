package io.weir.metering.app;

import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.weir.metering.api.RateLimits.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Token buckets that all nodes share, in Redis under {@code weir/rate/…}. Requests of one node that meet at the same
 * bucket go there together. Fails when Redis does. Time is the nodes' own: their clocks should agree to a second.
 */
final class RedisBuckets implements BucketStore {
    private static final String PREFIX = "weir/rate/";
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final RedisConnection redis;
    private final int most;

    RedisBuckets(RedisConnection redis, int most) {
        this.redis = redis;
        this.most = most;
    }

    @Override
    public Verdict take(String name, int perMinute) {
        if (perMinute <= 0) {
            return MinuteBuckets.UNLIMITED;
        }
        var entry = entry(name, perMinute);
        entry.adapt();
        return MinuteBuckets.verdict(entry.bucket.tryConsumeAndReturnRemaining(1), perMinute);
    }

    /** Two of one name, made at the same time, are the same bucket all the same. */
    private Entry entry(String name, int perMinute) {
        var known = entries.get(name);
        if (known != null && known.perMinute == perMinute) {
            return known;
        }
        var entry = new Entry(bucket(name, perMinute), perMinute);
        if (entries.size() >= most) {
            entries.clear();
        }
        entries.put(name, entry);
        return entry;
    }

    private BucketProxy bucket(String name, int perMinute) {
        return redis.buckets().builder().withOptimization(Optimizations.batching())
                .build(PREFIX + name, () -> MinuteBuckets.of(perMinute));
    }

    /** What this node knows of a bucket: nothing that it could not find out again. */
    private static final class Entry {
        private final BucketProxy bucket;
        private final int perMinute;
        private volatile boolean adapted;

        Entry(BucketProxy bucket, int perMinute) {
            this.bucket = bucket;
            this.perMinute = perMinute;
        }

        /** The bucket may be there with another limit; the same one again changes nothing. */
        void adapt() {
            if (!adapted) {
                var limits = MinuteBuckets.of(perMinute);
                bucket.replaceConfiguration(limits, TokensInheritanceStrategy.PROPORTIONALLY);
                adapted = true;
            }
        }
    }
}

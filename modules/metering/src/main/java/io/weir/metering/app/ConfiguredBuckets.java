package io.weir.metering.app;

import io.github.bucket4j.TimeMeter;
import io.weir.metering.api.RateLimits.Verdict;
import io.weir.platform.api.Durations;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shared by all nodes through the Redis of {@code WEIR_REDIS_URL} (or {@code REDIS_URL}), or without one in the memory
 * of each.
 */
@ApplicationScoped
public class ConfiguredBuckets {
    private static final int MOST_BUCKETS = 100_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private final BucketStore store;
    private final RedisConnection redis;

    protected ConfiguredBuckets() {
        this.store = null;
        this.redis = null;
    }

    @Inject
    public ConfiguredBuckets(@ConfigProperty(name = "WEIR_REDIS_URL") Optional<String> ownUrl,
                             @ConfigProperty(name = "REDIS_URL") Optional<String> usualUrl,
                             @ConfigProperty(name = "WEIR_REDIS_TIMEOUT", defaultValue = "100ms") String timeout) {
        var local = new LocalBuckets(TimeMeter.SYSTEM_NANOTIME, MOST_BUCKETS);
        var url = ownUrl.filter(u -> !u.isBlank()).or(() -> usualUrl.filter(u -> !u.isBlank()));
        redis = url.map(u -> connection(u.trim(), Durations.parse(timeout))).orElse(null);
        store = redis == null ? local
                : new SharedBuckets(new RedisBuckets(redis, MOST_BUCKETS), local, RETRY_AFTER, System::nanoTime);
    }

    public Verdict take(String name, int perMinute) {
        return store.take(name, perMinute);
    }

    @PreDestroy
    void close() {
        if (redis != null) {
            redis.close();
        }
    }

    /** The address itself is not told: it may hold a password. */
    private static RedisConnection connection(String url, Duration timeout) {
        try {
            return new RedisConnection(url, timeout);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("WEIR_REDIS_URL (or REDIS_URL) is not the address of a Redis, such as "
                    + "redis://127.0.0.1:6379/0");
        }
    }
}

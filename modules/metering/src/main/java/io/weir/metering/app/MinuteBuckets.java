package io.weir.metering.app;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.weir.metering.api.RateLimits.Verdict;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What all our buckets are, wherever they are kept: a minute's worth of tokens, refilled evenly. */
final class MinuteBuckets {
    static final Duration REFILL = Duration.ofMinutes(1);
    static final Verdict UNLIMITED = new Verdict(true, 0, 0, 0, 0);

    private MinuteBuckets() {
    }

    static BucketConfiguration of(int perMinute) {
        var bandwidth = Bandwidth.builder().capacity(perMinute).refillGreedy(perMinute, REFILL).build();
        return BucketConfiguration.builder().addLimit(bandwidth).build();
    }

    static Verdict verdict(ConsumptionProbe probe, int perMinute) {
        long retry = probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
        return new Verdict(probe.isConsumed(), perMinute, probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()), retry);
    }

    /** Rounded up: a client that waits for so long must find what it was promised. */
    private static long seconds(long nanos) {
        return Math.floorDiv(nanos + TimeUnit.SECONDS.toNanos(1) - 1, TimeUnit.SECONDS.toNanos(1));
    }
}

package io.weir.metering.app;

import io.weir.metering.api.RateLimits.Verdict;

/** Where token buckets are kept. */
interface BucketStore {
    /**
     * Takes one token from the bucket of that name, which starts full; 0 {@code perMinute} is no limit. Another limit
     * than the last time keeps the share that is left.
     */
    Verdict take(String name, int perMinute);
}

package io.weir.metering.domain;

import java.util.Arrays;

/**
 * Latencies in buckets whose bounds grow by a tenth, so that a percentile read from their counts is within 5 % of the
 * true one. Below 20 ms each millisecond has its own. The numbering is stored: it must never change.
 */
public final class LatencyScale {
    private static final int[] LOWER_BOUNDS = bounds();
    static final int BUCKETS = LOWER_BOUNDS.length;

    private LatencyScale() {
    }

    public static int bucketOf(int latencyMs) {
        int found = Arrays.binarySearch(LOWER_BOUNDS, Math.max(0, latencyMs));
        return found >= 0 ? found : -found - 2;
    }

    /** The middle of a bucket, in ms. */
    public static int latencyOf(int bucket) {
        long upper = bucket + 1 < LOWER_BOUNDS.length ? LOWER_BOUNDS[bucket + 1] - 1L : Integer.MAX_VALUE;
        return (int) ((LOWER_BOUNDS[bucket] + upper) / 2);
    }

    private static int[] bounds() {
        var bounds = new int[256];
        int size = 0;
        for (long bound = 0; bound <= Integer.MAX_VALUE; bound = Math.max(bound + 1, bound * 11 / 10)) {
            bounds[size++] = (int) bound;
        }
        return Arrays.copyOf(bounds, size);
    }
}

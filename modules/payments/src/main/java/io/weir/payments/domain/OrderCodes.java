package io.weir.payments.domain;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Draws order codes: milliseconds since 1970 and three random digits. Sixteen digits, below 2^53 until the year 2255,
 * because gateways and browsers carry them as numbers. Two of the same millisecond may meet; whoever inserts draws
 * again.
 */
public final class OrderCodes {
    /** 2^53−1, the largest whole number that JavaScript and PayOS hold exactly. */
    public static final long LARGEST = 9_007_199_254_740_991L;
    private static final int SPREAD = 1000;

    private final RandomGenerator random;

    public OrderCodes(RandomGenerator random) {
        this.random = random;
    }

    public long draw(Instant now) {
        long code = Math.addExact(Math.multiplyExact(now.toEpochMilli(), SPREAD), random.nextInt(SPREAD));
        if (code < 1 || code > LARGEST) {
            throw new IllegalStateException("no order code for " + now);
        }
        return code;
    }
}

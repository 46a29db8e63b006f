package io.weir.subscriptions.api;

import java.math.BigInteger;

/**
 * How much of a price went back, in minor units: {@code before} of {@code whole} earlier, {@code after} of it now.
 */
public record Share(long before, long after, long whole) {
    public Share {
        if (before < 0 || after < before || whole < after || whole < 1) {
            throw new IllegalArgumentException(before + " to " + after + " of " + whole);
        }
    }

    /**
     * Of units that were bought for it, those that go with this part of the price. Rounded down in all, so that never
     * more is taken than was given back, and nothing is left when everything was.
     */
    public long of(long units) {
        return share(units, after) - share(units, before);
    }

    private long share(long units, long part) {
        return BigInteger.valueOf(units).multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}

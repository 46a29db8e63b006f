package io.weir.webportal;

import java.math.BigInteger;

/** How full a bar is. */
final class Shares {
    private static final int FULL = 100;
    private static final int HIGH = 80;

    private Shares() {
    }

    /** 0 to 100, rounded down: full is only what is used up. Nothing granted is an empty bar. */
    static long percent(long used, long granted) {
        if (used >= granted) {
            return granted <= 0 ? 0 : FULL;
        }
        return BigInteger.valueOf(used).multiply(BigInteger.valueOf(FULL)).divide(BigInteger.valueOf(granted))
                .longValueExact();
    }

    /** The bar's style class. */
    static String level(long percent) {
        return percent >= FULL ? "full" : percent >= HIGH ? "high" : "";
    }
}

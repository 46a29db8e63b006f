package io.weir.webportal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people type them: digits, and a point before decimals. No separators of thousands: they differ by country.
 */
final class Quantities {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");

    private Quantities() {
    }

    /** Empty when it cannot be read without doubt. */
    static Optional<BigDecimal> number(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(NUMBER.asMatchPredicate()).map(BigDecimal::new);
    }

    /** Units of a meter as its smallest ones: 10.5 with four decimals is 105000; empty when it has more decimals. */
    static Optional<Long> smallest(String text, int decimals) {
        return number(text).filter(n -> n.stripTrailingZeros().scale() <= decimals)
                .map(n -> n.movePointRight(decimals).longValueExact());
    }

    /** As it would be typed. */
    static String plain(long smallest, int decimals) {
        return smallest == 0 ? "0" : BigDecimal.valueOf(smallest, decimals).stripTrailingZeros().toPlainString();
    }
}

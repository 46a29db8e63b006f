package io.weir.bootstrap.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Between units as people write them and whole numbers of a meter's smallest unit; never rounds. */
final class CatalogueUnits {
    private CatalogueUnits() {
    }

    static boolean isExact(BigDecimal units, int decimals) {
        return units.stripTrailingZeros().scale() <= decimals && units.precision() - units.scale() + decimals <= 18;
    }

    /** @throws ArithmeticException when it is finer than the meter, or does not fit */
    static long smallest(BigDecimal units, int decimals) {
        return units.movePointRight(decimals).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }

    static BigDecimal units(long smallest, int decimals) {
        return plain(BigDecimal.valueOf(smallest, decimals));
    }

    /** Without noughts behind, and never as 1E+3. */
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

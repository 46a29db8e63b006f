package io.weir.bootstrap.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** From units as people write them to whole numbers of a meter's smallest unit; never rounds. */
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
}

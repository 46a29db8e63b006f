package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Meter;
import java.math.BigDecimal;

/** Quantities on the wire are in a meter's unit (1.5 credits), inside in its smallest parts (15000). */
public final class Quantities {
    private Quantities() {
    }

    /** Refused when absent, not positive, finer than the meter measures, or larger than a call can be. */
    static long toSmallest(BigDecimal quantity, Meter meter) {
        if (quantity == null) {
            throw Refusal.invalidField("quantity", "REQUIRED").asException();
        }
        if (quantity.signum() <= 0 || (long) quantity.precision() - quantity.scale() > 15) {
            throw Refusal.invalidField("quantity", "OUT_OF_RANGE").asException();
        }
        var plain = quantity.stripTrailingZeros();
        if (plain.scale() > meter.decimals()) {
            throw Refusal.invalidField("quantity", "TOO_FINE").asException();
        }
        return fit(plain.movePointRight(meter.decimals()));
    }

    public static BigDecimal toUnits(long smallest, Meter meter) {
        return BigDecimal.valueOf(smallest, meter.decimals());
    }

    private static long fit(BigDecimal whole) {
        try {
            return whole.longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw Refusal.invalidField("quantity", "OUT_OF_RANGE").asException();
        }
    }
}

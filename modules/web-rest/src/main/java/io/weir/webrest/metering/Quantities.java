package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Units;
import java.math.BigDecimal;

/** Quantities on the wire are in a meter's unit (1.5 credits), inside in its smallest parts (15000). */
public final class Quantities {
    private static final String FIELD = "quantity";
    /** Digits before the point; more is no quantity of anything. */
    private static final int MOST_DIGITS = 15;

    private Quantities() {
    }

    /** What one call wants: refused when absent, not positive, finer than the meter measures, or too large. */
    static long toSmallest(BigDecimal quantity, Meter meter) {
        if (quantity != null && quantity.signum() <= 0) {
            throw refused(FIELD, "OUT_OF_RANGE");
        }
        return ofOneCall(quantity, meter);
    }

    /** What one call used in the end, which may be nothing. */
    static long toSmallestOrNone(BigDecimal quantity, Meter meter) {
        if (quantity != null && quantity.signum() < 0) {
            throw refused(FIELD, "OUT_OF_RANGE");
        }
        return ofOneCall(quantity, meter);
    }

    /** Of any sign and size, as far as it can be counted at all; refused by the field's name. */
    public static long toSmallest(String field, BigDecimal quantity, Meter meter) {
        if (quantity == null) {
            throw refused(field, "REQUIRED");
        }
        if ((long) quantity.precision() - quantity.scale() > MOST_DIGITS) {
            throw refused(field, "OUT_OF_RANGE");
        }
        var plain = quantity.stripTrailingZeros();
        if (plain.scale() > meter.decimals()) {
            throw refused(field, "TOO_FINE");
        }
        try {
            return plain.movePointRight(meter.decimals()).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw refused(field, "OUT_OF_RANGE");
        }
    }

    public static BigDecimal toUnits(long smallest, Meter meter) {
        return BigDecimal.valueOf(smallest, meter.decimals());
    }

    private static long ofOneCall(BigDecimal quantity, Meter meter) {
        long smallest = toSmallest(FIELD, quantity, meter);
        if (smallest > Units.MOST) {
            throw refused(FIELD, "OUT_OF_RANGE");
        }
        return smallest;
    }

    private static RuntimeException refused(String field, String reason) {
        return Refusal.invalidField(field, reason).asException();
    }
}

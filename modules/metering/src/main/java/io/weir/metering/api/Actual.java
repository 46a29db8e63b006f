package io.weir.metering.api;

import java.util.Optional;

/**
 * Says how many units were used in the end, for each meter that a reservation holds. Asked inside the gate, so it must
 * be quick and free of I/O; a {@code RefusedException} that it throws refuses the settlement, and leaves the
 * reservation
 * as it is.
 */
@FunctionalInterface
public interface Actual {
    /** As much as was held. */
    Actual AS_HELD = Hold::quantity;

    /** In the meter's smallest units, 0 to {@link Units#MOST}. */
    long of(Hold hold);

    /** What is held of one meter, and for which operation of the rate card. */
    record Hold(MeterKey meter, long quantity, Optional<String> operation) {
    }
}

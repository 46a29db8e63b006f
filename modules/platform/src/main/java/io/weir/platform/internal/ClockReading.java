package io.weir.platform.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A tenant's clock: so far ahead of the wall's, or standing while it is on its way. */
record ClockReading(Duration ahead, Optional<Instant> standing) {
    static final ClockReading REAL = new ClockReading(Duration.ZERO, Optional.empty());

    Instant at(Instant wall) {
        return standing.orElseGet(() -> wall.plus(ahead));
    }

    boolean isStanding() {
        return standing.isPresent();
    }
}

package io.weir.metering.store;

import io.weir.metering.api.Allowances.Grant;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A grant as it goes into the books: on which allowance, and what that left of everything open of the meter (granted
 * minus used).
 */
record Booking(UUID allowance, Grant grant, Optional<String> note, long balanceAfter, Instant at) {
}

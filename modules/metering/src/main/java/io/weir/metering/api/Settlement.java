package io.weir.metering.api;

import java.util.UUID;

/** A settled reservation: the usage's id, what was charged, and what is left of the meter. */
public record Settlement(UUID id, MeterKey meter, long charged, long remaining) {
}

package io.weir.metering.domain;

import java.util.UUID;

/** How much of a charge or of a reservation one allowance bears. */
public record Part(UUID allowance, long quantity) {
}

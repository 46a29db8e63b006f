package io.weir.metering.domain;

import java.util.UUID;

/** An event that was counted before: what it said, and the usage it became. {@code fingerprint} is hexadecimal. */
public record KnownEvent(Holder holder, EventKey key, String fingerprint, UUID usage) {
}

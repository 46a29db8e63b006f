package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import java.time.Instant;

/**
 * A report of something that has been used already, under its sender's id.
 * @param source with {@code id} what makes it this event and no other; at most 255 characters each
 * @param time when it happened, in the tenant's time
 * @param fingerprint SHA-256 of what the event says, to tell a repetition from another event under the same id
 */
public record UsageEvent(AccountId account, String source, String id, Instant time, Units units, CallFacts facts,
        byte[] fingerprint) {
}

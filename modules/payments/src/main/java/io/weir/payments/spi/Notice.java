package io.weir.payments.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A gateway's message as it was read. {@code eventKey}: the gateway's own unique name for the event, at most 191
 * characters, the same however often it is delivered. {@code type}: the gateway's word for what happened, for people
 * who search. {@code occurredAt}: when, by the gateway's clock.
 */
public record Notice(String eventKey, String type, Optional<Instant> occurredAt, Fact fact) {
    private static final int LONGEST_KEY = 191;

    public Notice {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(fact, "fact");
        if (eventKey.isBlank() || eventKey.length() > LONGEST_KEY) {
            throw new UnreadableNoticeException("an event key of " + eventKey.length() + " characters");
        }
    }
}

package io.weir.kernel.api;

import java.util.Objects;
import java.util.UUID;

/** A person known to one tenant. */
public record UserId(UUID value) {
    public UserId {
        Objects.requireNonNull(value, "UserId");
    }

    /** Reads the canonical text form; anything else is the caller's bad input. */
    public static UserId of(String text) {
        return new UserId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.weir.kernel.api;

import java.util.Objects;
import java.util.UUID;

/** An enterprise customer of a tenant. */
public record AccountId(UUID value) {
    public AccountId {
        Objects.requireNonNull(value, "AccountId");
    }

    /** Reads the canonical text form; anything else is the caller's bad input. */
    public static AccountId of(String text) {
        return new AccountId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.weir.kernel.api;

import java.util.Objects;
import java.util.UUID;

/** A company that sells through Weir. Always the first parameter of a call. */
public record TenantId(UUID value) {
    public TenantId {
        Objects.requireNonNull(value, "TenantId");
    }

    /** Reads the canonical text form; anything else is the caller's bad input. */
    public static TenantId of(String text) {
        return new TenantId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.weir.identity.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The places where a user is signed in. */
public interface Sessions {
    /** Living sessions, newest first. */
    List<SessionView> of(Caller caller);

    /** Ends one of the caller's own; another's is {@code NOT_FOUND}. */
    void end(Caller caller, UUID session);

    /** {@code kind} is api or browser. */
    record SessionView(UUID id, String kind, String address, String userAgent, Instant createdAt, Instant lastUsedAt,
            Instant expiresAt,
                       boolean current) {
    }
}

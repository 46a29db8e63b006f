package io.weir.webrest.admin;

import io.weir.identity.api.ServiceKeys.Issued;
import io.weir.identity.api.ServiceKeys.ServiceKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A service's key without its secret, except in the one answer that shows it as {@code key}. */
public record ServiceKeyView(UUID id, String name, String prefix, String status, List<String> allowedCidrs,
                             OptionalInt requestsPerMinute, Instant createdAt, Optional<Instant> lastUsedAt,
                             Optional<Instant> expiresAt, Optional<String> key) {
    static ServiceKeyView of(ServiceKey key) {
        return of(key, Optional.empty());
    }

    static ServiceKeyView of(Issued issued) {
        return of(issued.key(), Optional.of(issued.secret()));
    }

    private static ServiceKeyView of(ServiceKey key, Optional<String> secret) {
        return new ServiceKeyView(key.id(), key.name(), key.prefix(), key.status(), key.allowedCidrs(),
                key.requestsPerMinute(), key.createdAt(), key.lastUsedAt(), key.expiresAt(), secret);
    }
}

package io.weir.webrest.keys;

import io.weir.identity.api.ApiKeys.ApiKey;
import io.weir.identity.api.ApiKeys.Issued;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A key without its secret, except in the one answer that shows it as {@code key}. */
public record KeyView(UUID id, String name, String prefix, String tier, String status, List<String> allowedCidrs,
                      OptionalInt requestsPerMinute, Instant createdAt, Optional<Instant> lastUsedAt,
                      Optional<Instant> expiresAt, Optional<String> key) {
    static KeyView of(ApiKey key) {
        return of(key, Optional.empty());
    }

    static KeyView of(Issued issued) {
        return of(issued.key(), Optional.of(issued.secret()));
    }

    private static KeyView of(ApiKey key, Optional<String> secret) {
        return new KeyView(key.id(), key.name(), key.prefix(), key.tier(), key.status(), key.allowedCidrs(),
                key.requestsPerMinute(), key.createdAt(), key.lastUsedAt(), key.expiresAt(), secret);
    }
}

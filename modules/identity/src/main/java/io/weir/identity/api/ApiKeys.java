package io.weir.identity.api;

import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Keys for programs: {@code weir_<26 random base-62 characters><6 characters CRC-32>}; only the SHA-256 is kept.
 * Whether a tier is
 * bought is for the door to ask first ({@code subscriptions}); this module knows no plans.
 */
public interface ApiKeys {
    /**
     * Refused: {@code VALIDATION_FAILED} for name (1–100), expiresAt in the past, bad CIDR, requestsPerMinute below 1;
     * at most 100 living keys an account ({@code TOO_MANY_KEYS}, 409).
     */
    Issued create(Caller caller, NewKey key);

    /** The account's keys, newest first, revoked ones included for 30 days. */
    List<ApiKey> of(TenantId tenant, AccountId account);

    /** Refused at once on every node. Another account's is {@code NOT_FOUND}; revoking twice is quiet. */
    void revoke(Caller caller, UUID key);

    /** A new secret under the same name and tier; the old one works for {@code grace} more. */
    Issued rotate(Caller caller, UUID key, Duration grace);

    /**
     * What a key shall be. {@code tier} is a plan's slug; {@code requestsPerMinute} is this key's own limit, besides
     * the plan's.
     */
    record NewKey(String name, String tier, Optional<Instant> expiresAt, List<String> allowedCidrs,
            OptionalInt requestsPerMinute) {
        /** One without a limit of its own. */
        public NewKey(String name, String tier, Optional<Instant> expiresAt, List<String> allowedCidrs) {
            this(name, tier, expiresAt, allowedCidrs, OptionalInt.empty());
        }
    }

    /** {@code status} is active, expired or revoked; {@code prefix} the first 12 characters. */
    record ApiKey(UUID id, String name, String prefix, String tier, String status, List<String> allowedCidrs,
            OptionalInt requestsPerMinute, Instant createdAt, Optional<Instant> lastUsedAt,
            Optional<Instant> expiresAt) {
    }

    /** {@code secret} is shown this once. */
    record Issued(ApiKey key, String secret) {
    }
}

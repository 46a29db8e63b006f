package io.weir.identity.api;

import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Keys of a tenant's own services, which ask and report for all of its customers. In form like {@link ApiKeys}, but
 * they act for no account and no user, and are admitted to metering alone. Only administrators who signed in make and
 * end them ({@code FORBIDDEN}, {@code USER_REQUIRED}, 403).
 */
public interface ServiceKeys {
    /**
     * Audited. Refused: {@code VALIDATION_FAILED} for name (1–100), expiresAt in the past, bad CIDR, requestsPerMinute
     * below 1; at most 100 living ones a tenant ({@code TOO_MANY_SERVICE_KEYS}, 409).
     */
    Issued create(Caller administrator, NewServiceKey key);

    /** The tenant's, newest first, revoked ones included for 30 days. */
    List<ServiceKey> of(TenantId tenant);

    /**
     * Refused at once on every node; audited. Another tenant's, and a customer's, is {@code NOT_FOUND}; revoking twice
     * is quiet.
     */
    void revoke(Caller administrator, UUID key);

    /** What a key shall be; {@code allowedCidrs} empty: from anywhere. */
    record NewServiceKey(String name, Optional<Instant> expiresAt, List<String> allowedCidrs,
            OptionalInt requestsPerMinute) {
    }

    /** {@code status} is active, expired or revoked; {@code prefix} the first 12 characters. */
    record ServiceKey(UUID id, String name, String prefix, String status, List<String> allowedCidrs,
            OptionalInt requestsPerMinute, Instant createdAt, Optional<Instant> lastUsedAt,
            Optional<Instant> expiresAt) {
    }

    /** {@code secret} is shown this once. */
    record Issued(ServiceKey key, String secret) {
    }
}

package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import java.util.Optional;

/**
 * Remembers for 24 h the answer that an unsafe request with an {@code Idempotency-Key} got. {@link #begin} claims the
 * key:
 * an earlier finished answer is returned, a key used for another request is refused ({@code IDEMPOTENCY_KEY_REUSED},
 * 422), one still
 * under way is refused ({@code IDEMPOTENCY_KEY_IN_USE}, 409).
 */
public interface IdempotencyKeys {
    /**
     * @param scope who sent it (an account or user id, or an address); @param fingerprint a hash of method, path and
     * body
     */
    Optional<StoredAnswer> begin(TenantId tenant, String scope, String key, String fingerprint);

    void finish(TenantId tenant, String scope, String key, StoredAnswer answer);

    /** Gives the key back after a failure that may be tried again (5xx). */
    void abandon(TenantId tenant, String scope, String key);

    /** Deletes what is older than 24 h, of all tenants; answers how many answers were forgotten. */
    int forgetOld();

    /** An answer as it left: status, media type and body. */
    record StoredAnswer(int status, String mediaType, String body) {
    }
}

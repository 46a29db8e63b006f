package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;

/** Requests per minute: token buckets, refilled evenly. */
public interface RateLimits {
    /** Sets an account's limit (its plan's); other nodes follow within 5 s. Takes part in the caller's transaction. */
    void assign(TenantId tenant, AccountId account, int perMinute);

    /** Takes one request from the account's bucket. */
    Verdict request(TenantId tenant, AccountId account);

    /** Takes one from any other bucket, such as sign-ins of an address. */
    Verdict take(String bucket, int perMinute);

    /**
     * {@code limit} 0 means unlimited; {@code resetSeconds} until the bucket is full again; {@code retrySeconds} until
     * one more fits.
     */
    record Verdict(boolean admitted, int limit, long remaining, long resetSeconds, long retrySeconds) {
    }
}

package io.weir.identity.api;

/**
 * Verifies what a request carries. Verified credentials are cached (by SHA-256 of the whole credential, bounded), which
 * is safe
 * because every use is held against the {@link CredentialEpoch}: either by {@link #fresh}, or inside the admission
 * transaction.
 */
public interface Authentication {
    /**
     * A JWT or an API key, possibly from the cache. Refused (401): {@code TOKEN_INVALID}, {@code TOKEN_EXPIRED}; (403)
     * {@code ACCOUNT_SUSPENDED}, {@code ADDRESS_NOT_ALLOWED}.
     */
    Caller recognise(String credential, Device device);

    /**
     * The caller, read again if anything was revoked anywhere since; refused like {@link #recognise}. One short query.
     */
    Caller fresh(Caller caller);
}

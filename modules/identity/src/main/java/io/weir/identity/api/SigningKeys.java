package io.weir.identity.api;

/** The token issuer's RS256 keys: kept encrypted, rotated with overlap. */
public interface SigningKeys {
    /** The JWK set (RFC 7517) of all keys whose tokens may still be alive, the next one included. */
    String publicKeySet();

    /**
     * Makes the next key current when the current one is old enough, and forgets those whose tokens are dead. Run by a
     * leased job.
     */
    void rotate();
}

package io.weir.identity.api;

import io.weir.kernel.api.TenantId;

/** Getting, renewing and giving up tokens. */
public interface SignIn {
    /**
     * Refused: {@code INVALID_CREDENTIALS} (401, after equal time for unknown emails), {@code ACCOUNT_SUSPENDED} (403),
     * {@code TOO_MANY_ATTEMPTS} (429, member {@code retryAfter} in seconds) after repeated failures of an email or an
     * address.
     */
    Tokens signIn(TenantId tenant, String email, String password, Device device);

    /**
     * A used token again revokes its whole family: {@code REFRESH_TOKEN_REUSED}; otherwise {@code TOKEN_INVALID},
     * {@code TOKEN_EXPIRED} (401).
     */
    Tokens refresh(TenantId tenant, String refreshToken, Device device);

    /** The caller's session stops working at once, on every node: its tokens, refresh tokens and cookies. */
    void signOut(Caller caller);

    /** {@code expiresIn} is the access token's life in seconds. */
    record Tokens(String accessToken, String refreshToken, long expiresIn, UserProfile user) {
    }
}

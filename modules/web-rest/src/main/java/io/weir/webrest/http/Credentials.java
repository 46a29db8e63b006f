package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import java.util.Optional;

/** Finds what a request carries to prove its caller: {@code Authorization: Bearer …}, else {@code X-API-Key: …}. */
public final class Credentials {
    /** Longer than any token we issue; nothing longer is hashed or parsed. */
    private static final int MOST = 8192;
    private static final String SCHEME = "Bearer ";

    private Credentials() {
    }

    public static Optional<String> of(String authorization, String apiKey) {
        var found = bearer(authorization);
        if (found.isEmpty() && apiKey != null && !apiKey.isBlank()) {
            found = Optional.of(apiKey.trim());
        }
        if (found.isPresent() && found.get().length() > MOST) {
            throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "TOKEN_INVALID").asException();
        }
        return found;
    }

    private static Optional<String> bearer(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var value = authorization.substring(SCHEME.length()).trim();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}

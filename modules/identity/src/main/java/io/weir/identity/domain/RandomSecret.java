package io.weir.identity.domain;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits as 43 base64url characters: refresh tokens, reset tokens, cookies. */
public final class RandomSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private RandomSecret() {
    }

    public static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

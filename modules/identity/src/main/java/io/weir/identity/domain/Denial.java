package io.weir.identity.domain;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Refusal.Kind;
import io.weir.kernel.api.RefusedException;

/** The ways in which a credential is turned away, each in one place so that its code and kind never differ. */
public final class Denial {
    private Denial() {
    }

    public static RefusedException unauthorized() {
        return Refusal.of(Kind.UNAUTHENTICATED, "UNAUTHORIZED").asException();
    }

    public static RefusedException invalidCredentials() {
        return Refusal.of(Kind.UNAUTHENTICATED, "INVALID_CREDENTIALS").asException();
    }

    public static RefusedException tokenInvalid() {
        return Refusal.of(Kind.UNAUTHENTICATED, "TOKEN_INVALID").asException();
    }

    public static RefusedException tokenExpired() {
        return Refusal.of(Kind.UNAUTHENTICATED, "TOKEN_EXPIRED").asException();
    }

    public static RefusedException refreshTokenReused() {
        return Refusal.of(Kind.UNAUTHENTICATED, "REFRESH_TOKEN_REUSED").asException();
    }

    public static RefusedException suspended() {
        return Refusal.forbidden("ACCOUNT_SUSPENDED").asException();
    }

    public static RefusedException addressNotAllowed() {
        return Refusal.forbidden("ADDRESS_NOT_ALLOWED").asException();
    }

    public static RefusedException userRequired() {
        return Refusal.forbidden("USER_REQUIRED").asException();
    }

    public static RefusedException tooManyAttempts(long seconds) {
        return Refusal.of(Kind.LIMITED, "TOO_MANY_ATTEMPTS", seconds).with("retryAfter", seconds).asException();
    }
}

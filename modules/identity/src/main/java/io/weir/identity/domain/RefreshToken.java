package io.weir.identity.domain;

import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * A refresh token with the session (family) and user that it renews. It is used once; whoever marks it used first may
 * rotate it, and everybody after them proves that two parties hold it.
 */
public record RefreshToken(UUID session, UserId user, Instant expiresAt, boolean familyEnded, boolean userSuspended) {
    /** What to do with it. */
    public enum Verdict { ROTATE, REUSED, EXPIRED, INVALID, SUSPENDED }

    /** @param firstUse whether this very call marked it used */
    public Verdict verdict(boolean firstUse, Instant now) {
        if (!firstUse) {
            return Verdict.REUSED;
        }
        if (userSuspended) {
            return Verdict.SUSPENDED;
        }
        if (familyEnded) {
            return Verdict.INVALID;
        }
        return now.isBefore(expiresAt) ? Verdict.ROTATE : Verdict.EXPIRED;
    }
}

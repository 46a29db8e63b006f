package io.weir.identity.app;

import io.weir.identity.api.Caller;
import io.weir.identity.domain.Denial;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.UserId;
import java.util.UUID;

/**
 * Who signed in with a password. A key acts for its maker, but may not change who else may: {@code USER_REQUIRED}
 * (403).
 */
final class SignedIn {
    private SignedIn() {
    }

    static UserId user(Caller caller) {
        session(caller);
        return caller.requireUser();
    }

    /** Refused: {@code USER_REQUIRED} for keys, {@code FORBIDDEN} for people who do not run the tenant. */
    static void administrator(Caller caller) {
        session(caller);
        if (!caller.isAdministrator()) {
            throw Refusal.forbidden("FORBIDDEN").asException();
        }
    }

    static UUID session(Caller caller) {
        if (caller.credential().kind() != Caller.Credential.Kind.SESSION) {
            throw Denial.userRequired();
        }
        return caller.credential().id();
    }
}

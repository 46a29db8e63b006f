package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Caller.Credential.Kind;
import io.weir.identity.api.Role;
import io.weir.kernel.api.Refusal;

/** The circles of callers. Service keys are in none of them. */
public enum Who {
    /** Anybody, signed in or not. */
    PUBLIC,
    /** A signed-in person, or a program with an API key. */
    CALLER,
    /** A signed-in person: what an API key must not do, so that a leaked one can't buy, pay or make more keys. */
    USER,
    /** A signed-in administrator of the tenant. */
    ADMINISTRATOR;

    void admit(Caller caller) {
        boolean person = caller.credential().kind() == Kind.SESSION;
        boolean allowed = switch (this) {
            case PUBLIC -> true;
            case CALLER -> caller.role() != Role.SERVICE;
            case USER -> person && caller.role() != Role.SERVICE;
            case ADMINISTRATOR -> person && caller.isAdministrator();
        };
        if (!allowed) {
            throw Refusal.forbidden(this == USER ? "USER_REQUIRED" : "FORBIDDEN").asException();
        }
    }
}

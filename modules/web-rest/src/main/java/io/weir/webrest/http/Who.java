package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Caller.Credential.Kind;
import io.weir.identity.api.Role;
import io.weir.kernel.api.Refusal;

/** The circles of callers. Service keys are in those of metering alone. */
public enum Who {
    /** Anybody, signed in or not. */
    PUBLIC,
    /** A signed-in person, or a program with an API key. */
    CALLER,
    /**
     * A customer, signed in or with an API key, or one of the tenant's own services: whoever asks and reports what is
     * used. For whom a service does is told by {@link MeteredAccount}.
     */
    METERING,
    /** These, and signed-in administrators of the tenant: for reading what was used. */
    METERING_OR_ADMINISTRATOR,
    /** A signed-in person: what an API key must not do, so that a leaked one can't buy, pay or make more keys. */
    USER,
    /** A signed-in administrator of the tenant. */
    ADMINISTRATOR;

    void admit(Caller caller) {
        boolean person = caller.credential().kind() == Kind.SESSION;
        boolean allowed = switch (this) {
            case PUBLIC -> true;
            case CALLER -> caller.role() != Role.SERVICE;
            case METERING -> meters(caller, person);
            case METERING_OR_ADMINISTRATOR -> meters(caller, person) || person && caller.isAdministrator();
            case USER -> person && caller.role() != Role.SERVICE;
            case ADMINISTRATOR -> person && caller.isAdministrator();
        };
        if (!allowed) {
            throw Refusal.forbidden(this == USER ? "USER_REQUIRED" : "FORBIDDEN").asException();
        }
    }

    private static boolean meters(Caller caller, boolean person) {
        return caller.role() == Role.CUSTOMER || caller.role() == Role.SERVICE && !person;
    }
}

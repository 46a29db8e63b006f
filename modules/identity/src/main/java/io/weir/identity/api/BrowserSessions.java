package io.weir.identity.api;

import io.weir.kernel.api.TenantId;
import java.time.Duration;

/**
 * Signed-in browsers: a session kept in the database and named by a random cookie, so that any node knows it and a
 * restart ends none.
 */
public interface BrowserSessions {
    /** Refused as {@link SignIn#signIn}. Remembered sessions last 30 days, others 12 hours. */
    Opened open(TenantId tenant, String email, String password, Device device, boolean remember);

    /** Who this cookie is; refused with {@code UNAUTHORIZED} when it is nobody any more. */
    Caller recognise(String cookie);

    /**
     * The browser in which an administrator is about to move the tenant's clock lives so much longer by that clock: who
     * moves it is not signed out by it.
     */
    void carry(Caller caller, Duration by);

    /** {@code lifetime} is for the cookie; zero means until the browser closes. */
    record Opened(String cookie, Duration lifetime, UserProfile user) {
    }
}

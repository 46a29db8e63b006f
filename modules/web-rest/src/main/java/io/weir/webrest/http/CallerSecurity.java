package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The caller in the words of JAX-RS. */
record CallerSecurity(Caller caller, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return () -> caller.user().map(Object::toString).orElseGet(() -> caller.credential().id().toString());
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.role().groupName().equals(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}

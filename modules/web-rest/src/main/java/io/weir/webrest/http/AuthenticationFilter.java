package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Lets in whom the route's {@link Access} admits, and nobody where it says nothing. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;
    @Inject
    AccessRules rules;
    @Inject
    Recognition recognition;

    @Override
    public void filter(ContainerRequestContext request) {
        var exchange = (Exchange) request.getProperty(Exchange.ATTRIBUTE);
        var rule = rules.of(resource.getResourceMethod(), resource.getResourceClass());
        var credential = Credentials.of(request.getHeaderString("Authorization"), request.getHeaderString("X-API-Key"));
        if (rule.isPublic()) {
            nameTenant(exchange, credential);
            return;
        }
        var who = rule.who().orElseThrow(() -> Refusal.forbidden("FORBIDDEN").asException());
        var caller = recognition.enter(exchange, credential, who, rule.hot());
        request.setSecurityContext(new CallerSecurity(caller, request.getSecurityContext().isSecure()));
    }

    /** On a public page to read, a good credential says whose catalogue is meant; a bad one is as good as none. */
    private void nameTenant(Exchange exchange, Optional<String> credential) {
        if (credential.isEmpty() || !"GET".equals(exchange.method())) {
            return;
        }
        try {
            exchange.identified(recognition.recognise(exchange, credential.get()));
        } catch (RefusedException stranger) {
            if (stranger.refusal().kind() == Refusal.Kind.UNAVAILABLE) {
                throw stranger;
            }
        }
    }
}

package io.weir.webrest.http;

import io.weir.identity.api.Authentication;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.LogContext;
import io.weir.tenancy.api.Tenants;
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
    Authentication authentication;
    @Inject
    Tenants tenants;
    @Inject
    LogContext log;

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
        var caller = recognise(exchange, credential.orElseThrow(AuthenticationFilter::nobody));
        if (!rule.hot()) {
            caller = authentication.fresh(caller);
        }
        who.admit(caller);
        exchange.identified(caller);
        log.put("tenant", caller.tenant().toString());
        log.put("account", caller.account().map(Object::toString).orElse(null));
        request.setSecurityContext(new CallerSecurity(caller, request.getSecurityContext().isSecure()));
    }

    /** On a public page to read, a good credential says whose catalogue is meant; a bad one is as good as none. */
    private void nameTenant(Exchange exchange, Optional<String> credential) {
        if (credential.isEmpty() || !"GET".equals(exchange.method())) {
            return;
        }
        try {
            exchange.identified(recognise(exchange, credential.get()));
        } catch (RefusedException stranger) {
            if (stranger.refusal().kind() == Refusal.Kind.UNAVAILABLE) {
                throw stranger;
            }
        }
    }

    private Caller recognise(Exchange exchange, String credential) {
        var caller = authentication.recognise(credential, exchange.device());
        tenants.bySlug(firstLabel(exchange.host())).filter(host -> !host.id().equals(caller.tenant()))
                .ifPresent(foreign -> {
            throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "TOKEN_INVALID").asException();
        });
        return caller;
    }

    static String firstLabel(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    private static RefusedException nobody() {
        return Refusal.of(Refusal.Kind.UNAUTHENTICATED, "UNAUTHORIZED").asException();
    }
}

package io.weir.webrest.http;

import io.weir.identity.api.Authentication;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.platform.api.LogContext;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds out who calls, and lets in whom a route is for. */
@ApplicationScoped
public class Recognition {
    @Inject
    Authentication authentication;
    @Inject
    Tenants tenants;
    @Inject
    LogContext log;

    /**
     * Lets the caller in and notes it on the exchange; refused with 401 or 403. A {@code hot} route's caller is not
     * read again from the database: admission does that, see {@link Gate}.
     */
    public Caller enter(Exchange exchange, Optional<String> credential, Who who, boolean hot) {
        var caller = recognise(exchange, credential
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNAUTHENTICATED, "UNAUTHORIZED").asException()));
        if (!hot) {
            caller = authentication.fresh(caller);
        }
        who.admit(caller);
        exchange.identified(caller);
        log.put("tenant", caller.tenant().toString());
        log.put("account", caller.account().map(Object::toString).orElse(null));
        return caller;
    }

    /** Whose the credential is; refused with 401 on a host of another tenant. */
    Caller recognise(Exchange exchange, String credential) {
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
}

package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/**
 * Who calls, for which tenant, and in which language; the methods without an argument are for the request's own thread.
 */
@ApplicationScoped
public class Callers {
    @Inject
    Tenants tenants;
    @Inject
    Messages messages;

    public Caller caller() {
        return Exchange.current().caller()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNAUTHENTICATED, "UNAUTHORIZED").asException());
    }

    public AccountId account() {
        return caller().requireAccount();
    }

    public Tenant tenant() {
        return tenant(Exchange.current());
    }

    public TenantId tenantId() {
        return Exchange.current().caller().map(Caller::tenant).orElseGet(() -> tenant().id());
    }

    public Locale locale() {
        return locale(Exchange.current());
    }

    /** For a page of a tenant that the address itself names. */
    public Locale locale(Tenant tenant) {
        return messages.choose(Exchange.current().headers().language(), tenant.locale());
    }

    /** The caller's own tenant; before sign-in the one of host, header or configuration. */
    Tenant tenant(Exchange exchange) {
        return exchange.tenant().orElseGet(() -> {
            var found = exchange.caller().map(c -> tenants.byId(c.tenant()))
                    .orElseGet(() -> tenants.ofRequest(exchange.host(), header(exchange)));
            exchange.tenant(found);
            return found;
        });
    }

    /** What {@code Accept-Language} prefers, else the tenant's language, else English. */
    Locale locale(Exchange exchange) {
        return messages.choose(exchange.headers().language(), tenantLocale(exchange));
    }

    /** Errors need a language too, also when the tenant is unknown or can't be read. */
    private Locale tenantLocale(Exchange exchange) {
        try {
            return tenant(exchange).locale();
        } catch (RuntimeException unknown) {
            return Locale.ENGLISH;
        }
    }

    private static Optional<String> header(Exchange exchange) {
        return Optional.ofNullable(exchange.headers().tenant()).map(String::trim).filter(h -> !h.isEmpty());
    }
}

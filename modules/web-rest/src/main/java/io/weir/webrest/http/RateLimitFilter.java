package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.RateLimits;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests per minute: of an account by its plan; of an address that nobody has signed in from by the tenant's settings
 * {@code rate-limit.auth} (sign-in routes) and {@code rate-limit.general}. Administrators, probes and gateways are not
 * limited.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 100)
public class RateLimitFilter implements ContainerRequestFilter {
    @Inject
    RateLimits limits;
    @Inject
    Callers callers;

    @Override
    public void filter(ContainerRequestContext request) {
        var exchange = (Exchange) request.getProperty(Exchange.ATTRIBUTE);
        rate(exchange).filter(rate -> rate.verdict().limit() > 0).ifPresent(rate -> {
            exchange.rate(rate);
            var verdict = rate.verdict();
            if (!verdict.admitted()) {
                throw Refusal.of(Refusal.Kind.LIMITED, "RATE_LIMITED", verdict.limit())
                        .with("retryAfter", Math.max(1, verdict.retrySeconds())).asException();
            }
        });
    }

    private Optional<RateHeaders> rate(Exchange exchange) {
        var caller = exchange.caller();
        return caller.isPresent() ? ofAccount(caller.get()) : ofAddress(exchange);
    }

    private Optional<RateHeaders> ofAccount(Caller caller) {
        return caller.account().map(account -> new RateHeaders("plan", limits.request(caller.tenant(), account)));
    }

    private Optional<RateHeaders> ofAddress(Exchange exchange) {
        if (isUnlimited(exchange.path())) {
            return Optional.empty();
        }
        var family = exchange.path().startsWith("/api/auth/") ? "auth" : "general";
        var tenant = callers.tenant(exchange);
        return tenant.setting("rate-limit." + family).map(Integer::valueOf).map(perMinute ->
                new RateHeaders(family, limits.take(family + "/" + tenant.id() + "/" + exchange.address(), perMinute)));
    }

    static boolean isUnlimited(String path) {
        return Stream.of("/api/health", "/api/ping", "/api/webhooks").anyMatch(path::startsWith);
    }
}

package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.metering.api.RateLimits;
import io.weir.metering.api.RateLimits.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests per minute: of an account by its plan, of a key by its own limit (a service key has only that), and of an
 * address that nobody has signed in from by the tenant's settings {@code rate-limit.auth} (sign-in routes) and {@code
 * rate-limit.general}. {@code rate-limit.tenant-creation} and {@code rate-limit.support} come on top for an account.
 * Administrators, probes and gateways are not limited.
 */
@ApplicationScoped
public class RequestRates {
    @Inject
    RateLimits limits;
    @Inject
    Callers callers;

    /** Takes the request from every bucket that it counts in; refused with {@code RATE_LIMITED} (429). */
    public void hold(Exchange exchange) {
        exchange.caller().ifPresentOrElse(caller -> ofCaller(exchange, caller), () -> ofAddress(exchange));
    }

    private void ofCaller(Exchange exchange, Caller caller) {
        caller.account().ifPresent(account -> hold(exchange, "plan", limits.request(caller.tenant(), account)));
        int ofKey = caller.credential().requestsPerMinute();
        if (ofKey > 0) {
            hold(exchange, "key", limits.take("key/" + caller.credential().id(), ofKey));
        }
        caller.account().ifPresent(account -> family(exchange.method(), plain(exchange.path()))
                .ifPresent(family -> ofFamily(exchange, family, account.toString())));
    }

    private void ofAddress(Exchange exchange) {
        var path = plain(exchange.path());
        if (!isUnlimited(path)) {
            ofFamily(exchange, path.startsWith("/api/auth/") ? "auth" : "general", exchange.address());
        }
    }

    private void ofFamily(Exchange exchange, String family, String whose) {
        var tenant = callers.tenant(exchange);
        tenant.setting("rate-limit." + family).map(Integer::valueOf).ifPresent(perMinute ->
                hold(exchange, family, limits.take(family + "/" + tenant.id() + "/" + whose, perMinute)));
    }

    private static void hold(Exchange exchange, String policy, Verdict verdict) {
        if (verdict.limit() > 0) {
            var rate = new RateHeaders(policy, verdict);
            exchange.rate(rate);
            rate.requireAdmitted();
        }
    }

    /** As routes are found by it: without the parameters of its segments. */
    static String plain(String path) {
        return path.indexOf(';') < 0 ? path : path.replaceAll(";[^/]*", "");
    }

    /** Routes that are dear enough to be limited for those who have signed in, too. */
    static Optional<String> family(String method, String path) {
        if (path.equals("/api/tenants") && "POST".equals(method)) {
            return Optional.of("tenant-creation");
        }
        return path.equals("/api/support") || path.startsWith("/api/support/") ? Optional.of("support")
                : Optional.empty();
    }

    static boolean isUnlimited(String path) {
        return Stream.of("/api/health", "/api/ping", "/api/webhooks").anyMatch(path::startsWith);
    }
}

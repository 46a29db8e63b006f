package io.weir.webrest.http;

import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which sites' pages may read our answers: {@code CORS_ORIGINS} for all tenants, {@code cors.origins} for one.
 * Credentials are never allowed along (tokens travel in a header that a page sets itself), so {@code *} is harmless
 * where somebody configures it.
 */
@ApplicationScoped
class Cors {
    private static final String EXPOSED =
            "X-Request-Id, X-Total-Count, RateLimit-Policy, RateLimit, X-RateLimit-Limit, "
            + "X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, Idempotency-Replayed, Location, X-Weir-Charged";
    private static final String ASKED =
            "Authorization, Content-Type, Accept-Language, X-API-Key, X-Tenant, X-Request-Id, "
            + "Idempotency-Key";

    @Inject
    @ConfigProperty(name = "CORS_ORIGINS")
    Optional<String> everybodys;
    @Inject
    Tenants tenants;
    @Inject
    Callers callers;

    /**
     * A preflight carries no credential and no {@code X-Tenant}, so any tenant that knows the origin will do; the
     * answer itself is exact.
     */
    void preflight(Exchange exchange, HttpServletResponse response) {
        var origin = exchange.headers().origin();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", "GET, POST, PUT, PATCH, DELETE, OPTIONS");
        response.setHeader("Vary", "Origin");
        if (origin == null) {
            return;
        }
        var lists = Stream.concat(everybodys.stream(), tenants.all().stream().flatMap(Cors::own));
        lists.map(list -> Origins.of(list).answerTo(origin)).flatMap(Optional::stream).findFirst()
                .ifPresent(allowed -> {
            response.setHeader("Access-Control-Allow-Origin", allowed);
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
            response.setHeader("Access-Control-Allow-Headers", ASKED);
            response.setHeader("Access-Control-Max-Age", "600");
        });
    }

    void answer(Exchange exchange, BiConsumer<String, Object> headers) {
        var origin = exchange.headers().origin();
        if (origin == null) {
            return;
        }
        headers.accept("Vary", "Origin");
        Stream.concat(everybodys.stream(), ownOf(exchange)).map(list -> Origins.of(list).answerTo(origin))
                .flatMap(Optional::stream).findFirst().ifPresent(allowed -> {
                    headers.accept("Access-Control-Allow-Origin", allowed);
                    headers.accept("Access-Control-Expose-Headers", EXPOSED);
                });
    }

    /** An answer that says "unknown tenant" or "unavailable" has no tenant whose list could be asked. */
    private Stream<String> ownOf(Exchange exchange) {
        try {
            return own(callers.tenant(exchange));
        } catch (RuntimeException none) {
            return Stream.empty();
        }
    }

    private static Stream<String> own(Tenant tenant) {
        return tenant.setting("cors.origins").stream();
    }
}

package io.weir.webportal;

import io.weir.identity.api.BrowserSessions;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.RequestContext;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Knows the visitor by the session cookie, which any node can look up, and sends who is not signed in to the sign-in
 * page. The tenant is the session's; before
 * sign-in the host's, or the one chosen with {@code ?tenant=slug}, which a cookie remembers.
 */
@WebFilter("/*")
public class SignInFilter extends HttpFilter {
    private static final Set<String> PUBLIC = Set.of("/", "/index", "/register", "/login", "/logout",
            "/forgot-password", "/reset-password",
            "/expired", "/missing", "/broken", "/paddle");

    @Inject
    private BrowserSessions sessions;
    @Inject
    private Tenants tenants;
    @Inject
    private Visitor visitor;
    @Inject
    private PayDoor payDoor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (path.startsWith("/jakarta.faces.resource/")) {
            chain.doFilter(request, response);
            return;
        }
        if (PayDoor.isMeant(path)) {
            pay(request, response, path, chain);
            return;
        }
        var caller = recognise(request, response);
        var tenant = caller.map(c -> tenants.byId(c.tenant())).orElseGet(() -> chosenTenant(request, response));
        visitor.arrives(request, tenant, caller);
        if (caller.isEmpty() && !PUBLIC.contains(path.replace(".xhtml", ""))) {
            refuse(request, response, path);
            return;
        }
        noCaching(response);
        beginContext(request, tenant, caller);
        serve(request, response, chain);
    }

    /** The same for everybody, signed in or not, and at the portal of whoever is to be paid. */
    private void pay(HttpServletRequest request, HttpServletResponse response, String path, FilterChain chain)
            throws IOException, ServletException {
        var door = payDoor.knock(request, path);
        if (door.isEmpty()) {
            response.setHeader("Retry-After", "60");
            response.sendError(429, "TOO_MANY_ATTEMPTS");
            return;
        }
        var tenant = door.get().map(link -> tenants.byId(link.tenant()))
                .orElseGet(() -> chosenTenant(request, response));
        visitor.arrives(request, tenant, Optional.empty());
        noCaching(response);
        response.setHeader("X-Robots-Tag", "noindex");
        if (door.get().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "PAY_LINK_UNKNOWN");
            return;
        }
        beginContext(request, tenant, Optional.empty());
        serve(request, response, chain);
    }

    private static void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            var refusal = refusalIn(failure);
            if (refusal.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            response.sendError(refusal.get().kind().status(), refusal.get().code());
        } finally {
            RequestContext.end();
        }
    }

    /** A page about something unknown is refused while it is built, deep inside Faces: still a 404, not a fault. */
    private static Optional<Refusal> refusalIn(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).filter(RefusedException.class::isInstance)
                .map(c -> ((RefusedException) c).refusal()).findFirst();
    }

    private Optional<Caller> recognise(HttpServletRequest request, HttpServletResponse response) {
        var cookie = Cookies.read(request, Cookies.SESSION);
        try {
            return cookie.map(sessions::recognise).filter(c -> c.account().isPresent());
        } catch (RefusedException nobodyAnyMore) {
            Cookies.remove(response, request, Cookies.SESSION);
            return Optional.empty();
        }
    }

    private Tenant chosenTenant(HttpServletRequest request, HttpServletResponse response) {
        var chosen = Optional.ofNullable(request.getParameter("tenant")).flatMap(tenants::bySlug);
        chosen.ifPresent(t -> Cookies.write(response, request, Cookies.TENANT, t.slug(), 60 * 60 * 24 * 365));
        return chosen.or(() -> Cookies.read(request, Cookies.TENANT).flatMap(tenants::bySlug))
                .orElseGet(() -> tenants.ofRequest(request.getServerName(), Optional.empty()));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response,
            String path) throws IOException {
        if (path.equals("/usage/api")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.sendRedirect(request.getContextPath() + "/login?from="
                + URLEncoder.encode(path.replace(".xhtml", "") + query, StandardCharsets.UTF_8));
    }

    private static void beginContext(HttpServletRequest request, Tenant tenant, Optional<Caller> caller) {
        var context = new RequestContext(UUID.randomUUID().toString(), request.getRemoteAddr());
        caller.ifPresent(c -> context.identified(tenant.id(), c.user().map(Object::toString).orElse(""),
                c.account().map(Object::toString).orElse("")));
        RequestContext.begin(context);
    }

    /**
     * Pages hold secrets and figures of one customer: neither a proxy nor the back button may show them to the next.
     */
    private static void noCaching(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
}

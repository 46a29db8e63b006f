package io.weir.webadmin;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets administrators in and sends everybody else to the sign-in page. The tenant is the session's; before sign-in the
 * one of {@code ?tenant=slug}, of the last sign-in in this browser, or of the host.
 */
@WebFilter("/*")
public class SignInFilter extends HttpFilter {
    private static final String SIGN_IN = "/login";
    private static final Set<String> PUBLIC = Set.of(SIGN_IN, "/expired", "/missing", "/broken");

    @Inject
    private BrowserSessions sessions;
    @Inject
    private Tenants tenants;
    @Inject
    private Visitor visitor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String page = page(request);
        if (page.startsWith("/jakarta.faces.resource/")) {
            chain.doFilter(request, response);
            return;
        }
        protect(response);
        var caller = recognise(request, response);
        var tenant = caller.map(c -> tenants.byId(c.tenant())).orElseGet(() -> likelyTenant(request));
        visitor.arrives(request, tenant, caller);
        if (caller.isEmpty() && !PUBLIC.contains(page)) {
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?from=" + asked(request, page));
        } else if (caller.isPresent() && page.equals(SIGN_IN)) {
            response.sendRedirect(request.getContextPath() + "/");
        } else {
            serve(request, response, chain, caller);
        }
    }

    private static String page(HttpServletRequest request) {
        return (request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("")).replace(".xhtml", "");
    }

    private static String asked(HttpServletRequest request, String page) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return URLEncoder.encode(page + query, StandardCharsets.UTF_8);
    }

    private Optional<Caller> recognise(HttpServletRequest request, HttpServletResponse response) {
        try {
            return Cookies.read(request, Cookies.SESSION).map(sessions::recognise).filter(Caller::isAdministrator);
        } catch (RefusedException nobodyAnyMore) {
            Cookies.remove(response, request, Cookies.SESSION);
            return Optional.empty();
        }
    }

    private Tenant likelyTenant(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("tenant")).flatMap(tenants::bySlug)
                .or(() -> Cookies.read(request, Cookies.TENANT).flatMap(tenants::bySlug))
                .orElseGet(() -> tenants.ofRequest(request.getServerName(), Optional.empty()));
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
                       Optional<Caller> caller) throws IOException, ServletException {
        var context = new RequestContext(UUID.randomUUID().toString(), request.getRemoteAddr());
        caller.ifPresent(c -> context.identified(c.tenant(), c.user().map(Object::toString).orElse(""), ""));
        RequestContext.begin(context);
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
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return Optional.of(refused.refusal());
            }
        }
        return Optional.empty();
    }

    /** Pages hold customers' data: neither a proxy nor the back button may show them to the next. */
    private static void protect(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
}

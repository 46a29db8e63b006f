package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An unsafe request with an {@code Idempotency-Key} is answered once: from the second time on with the first answer.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION + 500)
public class IdempotencyFilter implements ContainerRequestFilter {
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Inject
    StoredAnswers answers;
    @Inject
    Callers callers;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var key = request.getHeaderString("Idempotency-Key");
        if (key == null || !UNSAFE.contains(request.getMethod())) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.invalid("IDEMPOTENCY_KEY_INVALID").asException();
        }
        var exchange = (Exchange) request.getProperty(Exchange.ATTRIBUTE);
        var tenant = exchange.caller().map(Caller::tenant).orElseGet(() -> callers.tenant(exchange).id());
        var claim = new IdempotencyClaim(tenant, scope(exchange), key);
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        var uri = request.getUriInfo().getRequestUri();
        var target = uri.getRawPath() + "?" + uri.getRawQuery();
        answers.begin(claim, answers.fingerprint(request.getMethod(), target, body))
                .ifPresentOrElse(request::abortWith, () -> exchange.claim(claim));
    }

    /** Two people may use the same key for different things; so may two addresses that nobody has signed in from. */
    private static String scope(Exchange exchange) {
        return exchange.caller().map(IdempotencyFilter::scope).orElseGet(() -> "address/" + exchange.address());
    }

    private static String scope(Caller caller) {
        return caller.keyId().map(id -> "key/" + id).orElseGet(() -> "user/" + caller.requireUser());
    }
}

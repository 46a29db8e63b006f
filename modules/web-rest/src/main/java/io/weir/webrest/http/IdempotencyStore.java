package io.weir.webrest.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stores the answer of a request that holds an idempotency key, before the client sees it. What may come out
 * differently next time (5xx, 429) is not stored, and the key is free again. When storing fails the deed is done all
 * the same, so the client gets its answer, and the key stays in use: a repeat is refused rather than done twice.
 */
@Provider
@ApplicationScoped
public class IdempotencyStore implements ContainerResponseFilter, WriterInterceptor {
    private static final Logger LOG = Logger.getLogger(IdempotencyStore.class.getName());
    private static final String STATUS = IdempotencyStore.class.getName();

    @Inject
    StoredAnswers answers;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(Exchange.ATTRIBUTE) instanceof Exchange exchange) || exchange.claim().isEmpty()) {
            return;
        }
        var claim = exchange.claim().get();
        int status = response.getStatus();
        if (status >= 500 || status == 429) {
            exchange.claim(null);
            quietly(claim, () -> answers.abandon(claim));
        } else if (response.hasEntity()) {
            request.setProperty(STATUS, status);
        } else {
            exchange.claim(null);
            quietly(claim, () -> answers.finish(claim, status, "", new byte[0]));
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        var claim = context.getProperty(Exchange.ATTRIBUTE) instanceof Exchange exchange
                ? exchange.claim() : Optional.<IdempotencyClaim>empty();
        if (claim.isEmpty() || !(context.getProperty(STATUS) instanceof Integer status)) {
            context.proceed();
            return;
        }
        var outside = context.getOutputStream();
        var body = new ByteArrayOutputStream();
        context.setOutputStream(body);
        context.proceed();
        context.setOutputStream(outside);
        var type = String.valueOf(context.getMediaType());
        quietly(claim.get(), () -> answers.finish(claim.get(), status, type, body.toByteArray()));
        body.writeTo(outside);
    }

    private static void quietly(IdempotencyClaim claim, Runnable storing) {
        try {
            storing.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "answer for idempotency key of " + claim.scope() + " is not stored");
        }
    }
}

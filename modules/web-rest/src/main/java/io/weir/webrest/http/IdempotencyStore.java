package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import io.weir.platform.api.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stores the answer of a request that holds an idempotency key, before the client sees it. What may come out
 * differently next time (5xx, 429) is not stored, and the key is free again. When storing fails the deed is done all
 * the same, so the client gets its answer, and the key stays in use: a repeat is refused rather than done twice. So is
 * the repeat of a request whose answer was too long to be kept.
 */
@Provider
@ApplicationScoped
public class IdempotencyStore implements ContainerResponseFilter, WriterInterceptor {
    private static final Logger LOG = Logger.getLogger(IdempotencyStore.class.getName());
    private static final String STATUS = IdempotencyStore.class.getName();

    @Inject
    StoredAnswers answers;
    @Inject
    Problems problems;

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
        if (!(context.getProperty(Exchange.ATTRIBUTE) instanceof Exchange exchange) || exchange.claim().isEmpty()
                || !(context.getProperty(STATUS) instanceof Integer status)) {
            context.proceed();
            return;
        }
        var claim = exchange.claim().get();
        var outside = context.getOutputStream();
        var body = new KeptBody(outside, () -> quietly(claim, () -> finishWithout(claim, exchange)));
        context.setOutputStream(body);
        context.proceed();
        context.setOutputStream(outside);
        if (body.isWhole()) {
            var type = String.valueOf(context.getMediaType());
            var bytes = body.toByteArray();
            quietly(claim, () -> answers.finish(claim, status, type, bytes));
            outside.write(bytes);
        }
    }

    /** A repeat learns that it was done, and is not done again. */
    private void finishWithout(IdempotencyClaim claim, Exchange exchange) {
        var problem = problems.of(Refusal.conflict("IDEMPOTENCY_ANSWER_NOT_KEPT").asException(), exchange);
        answers.finish(claim, problem.status(), Problem.MEDIA_TYPE,
                Json.write(problem.body()).getBytes(StandardCharsets.UTF_8));
    }

    private static void quietly(IdempotencyClaim claim, Runnable storing) {
        try {
            storing.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "answer for idempotency key of " + claim.scope() + " is not stored");
        }
    }
}

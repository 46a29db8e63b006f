package io.weir.webrest.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The headers that are known only when the answer is: limits and cross-origin permission. */
@Provider
@ApplicationScoped
public class AnswerHeaders implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(AnswerHeaders.class.getName());

    @Inject
    Cors cors;
    @Inject
    LimitHeaders limits;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(Exchange.ATTRIBUTE) instanceof Exchange exchange) {
            put(exchange, response.getHeaders()::add);
        }
    }

    /** A deed is done, and its answer goes out, even if the database is lost before its headers are. */
    public void put(Exchange exchange, BiConsumer<String, Object> headers) {
        try {
            limits.put(exchange, headers);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "request " + exchange.requestId() + ": answered without its limits");
        }
        cors.answer(exchange, headers);
    }
}

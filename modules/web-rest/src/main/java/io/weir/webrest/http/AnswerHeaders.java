package io.weir.webrest.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** The headers that are known only when the answer is: rate limit and cross-origin permission. */
@Provider
@ApplicationScoped
public class AnswerHeaders implements ContainerResponseFilter {
    @Inject
    Cors cors;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(Exchange.ATTRIBUTE) instanceof Exchange exchange) {
            exchange.rate().ifPresent(rate -> rate.putInto(response.getHeaders()));
            cors.answer(exchange, response.getHeaders());
        }
    }
}

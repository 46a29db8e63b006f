package io.weir.webrest.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Holds every request against its {@link RequestRates}. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 100)
public class RateLimitFilter implements ContainerRequestFilter {
    @Inject
    RequestRates rates;

    @Override
    public void filter(ContainerRequestContext request) {
        rates.hold((Exchange) request.getProperty(Exchange.ATTRIBUTE));
    }
}

package io.weir.webrest.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** A body that doesn't say what it is counts as JSON, so that a POST without any body finds its route too. */
@Provider
@PreMatching
public class JsonBodies implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        var headers = request.getHeaders();
        if (!HttpMethod.GET.equals(request.getMethod()) && headers.getFirst(HttpHeaders.CONTENT_TYPE) == null) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}

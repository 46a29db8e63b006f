package io.weir.webrest.payments;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Notices;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where gateways send their notices. The body is passed on byte for byte, because signatures are over bytes. */
@Path("webhooks")
@Tag(name = "Webhooks")
@Access(Who.PUBLIC)
@ApplicationScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {
    @Inject
    Callers callers;
    @Inject
    Tenants tenants;
    @Inject
    Notices notices;

    @POST
    @Path("{gateway}")
    @Operation(summary = "A gateway's notice for the tenant whose order it is about, else the one of this host")
    public Map<String, String> receive(@PathParam("gateway") String gateway, @Context HttpHeaders headers,
                                       InputStream body)
            throws IOException {
        return receive(gateway, Optional.empty(), headers, body);
    }

    @POST
    @Path("{gateway}/{tenant}")
    @Operation(summary = "A gateway's notice for the tenant of that slug")
    public Map<String, String> receive(@PathParam("gateway") String gateway, @PathParam("tenant") String slug,
                                       @Context HttpHeaders headers, InputStream body) throws IOException {
        var tenant = tenants.bySlug(slug).map(Tenant::id)
                .orElseThrow(() -> Refusal.notFound("TENANT_UNKNOWN").asException());
        return receive(gateway, Optional.of(tenant), headers, body);
    }

    /** What is answered as processed is stored, and worked off afterwards. */
    Map<String, String> receive(String gateway, Optional<TenantId> named, HttpHeaders headers, InputStream body)
            throws IOException {
        boolean isNew = notices.receive(new Notices.Delivery(gateway.toLowerCase(Locale.ROOT), named,
                callers.tenantId(), firstOfEach(headers), body.readAllBytes()));
        return Map.of("message", isNew ? "Webhook processed" : "Already processed");
    }

    private static Map<String, String> firstOfEach(HttpHeaders headers) {
        return headers.getRequestHeaders().entrySet().stream().filter(header -> !header.getValue().isEmpty())
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().get(0), (first, second) -> first));
    }
}

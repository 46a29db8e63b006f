package io.weir.webrest.admin;

import io.weir.payments.api.Gateways;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the tenant tells its gateways. Secrets go in, and never come out. */
@Path("admin/gateways")
@Tag(name = "Administration: gateways")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GatewaysResource {
    @Inject
    Callers callers;
    @Inject
    Gateways gateways;

    @GET
    @Operation(summary = "All gateways, the tenant's own first; secrets only as set or not set")
    public List<Gateways.View> all() {
        return gateways.all(callers.tenantId());
    }

    @GET
    @Path("{gateway}")
    @Operation(summary = "One gateway")
    public Gateways.View gateway(@PathParam("gateway") String gateway) {
        return gateways.gateway(callers.tenantId(), gateway);
    }

    @PUT
    @Path("{gateway}")
    @Operation(summary = "Set what is given, take back what is given empty, leave the rest")
    public Gateways.View set(@PathParam("gateway") String gateway, Wish body) {
        var settings = Input.required(body).settings();
        return gateways.set(callers.tenantId(), gateway, settings == null ? Map.of() : settings);
    }

    @POST
    @Path("{gateway}/check")
    @Operation(summary = "Ask the provider whether the keys work")
    public Gateways.Health check(@PathParam("gateway") String gateway) {
        return gateways.check(callers.tenantId(), gateway);
    }

    @POST
    @Path("{gateway}/test-notice")
    @Operation(summary = "Send a signed notice of no consequence to this installation's own address")
    public Gateways.Health testNotice(@PathParam("gateway") String gateway) {
        return gateways.sendTestNotice(callers.tenantId(), gateway);
    }

    @POST
    @Path("{gateway}/register-webhook")
    @Operation(summary = "Tell the provider where notices go")
    public Gateways.Health registerWebhook(@PathParam("gateway") String gateway) {
        return gateways.registerWebhook(callers.tenantId(), gateway);
    }

    /** Setting → value; an empty value takes it back. */
    public record Wish(Map<String, String> settings) {
    }
}

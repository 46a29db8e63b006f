package io.weir.webrest.ops;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The server's own health under the path that seed C's probes ask; {@code /health*} at the root says the same. */
@Path("health")
@Tag(name = "Operations")
@Access(Who.PUBLIC)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    @Inject
    Checkup checkup;

    @GET
    @Operation(summary = "All checks; 503 when one is down")
    public Response all() {
        return answer(checkup.of(Readiness.Literal.INSTANCE, Liveness.Literal.INSTANCE));
    }

    @GET
    @Path("ready")
    @Operation(summary = "Whether requests should be sent here")
    public Response ready() {
        return answer(checkup.of(Readiness.Literal.INSTANCE));
    }

    @GET
    @Path("live")
    @Operation(summary = "Whether the server should be left running")
    public Response live() {
        return answer(checkup.of(Liveness.Literal.INSTANCE));
    }

    private static Response answer(Checkup.Health health) {
        return Response.status(health.isUp() ? 200 : 503).entity(health).build();
    }
}

package io.weir.webrest.ops;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The least that a route can do: what the other routes are measured against. Says nothing about the server's health.
 */
@Path("ping")
@Tag(name = "Operations")
@Access(Who.PUBLIC)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PingResource {
    private static final Pong PONG = new Pong(true);

    @GET
    @Operation(summary = "Does nothing; for measuring")
    public Pong ping() {
        return PONG;
    }

    /** The answer. */
    public record Pong(boolean ok) {
    }
}

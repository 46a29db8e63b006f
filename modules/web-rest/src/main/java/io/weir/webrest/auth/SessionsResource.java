package io.weir.webrest.auth;

import io.weir.identity.api.Sessions;
import io.weir.kernel.api.Uuids;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where one is signed in. */
@Path("auth/sessions")
@Tag(name = "Sign-in")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @Inject
    Callers callers;
    @Inject
    Sessions sessions;

    @GET
    @Operation(summary = "Signed-in devices, newest first")
    public List<Sessions.SessionView> sessions() {
        return sessions.of(callers.caller());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End one of them")
    public void end(@PathParam("id") String id) {
        sessions.end(callers.caller(), Uuids.parse(id));
    }
}

package io.weir.webrest.admin;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.platform.api.SetAside;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What jobs could not do of a tenant's work, so that somebody mends it. */
@Path("admin/set-aside")
@Tag(name = "Administration: jobs")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SetAsideResource {
    @Inject
    Callers callers;
    @Inject
    SetAside aside;

    @GET
    @Operation(summary = "Periods, drafts, subscriptions and accounts that a job could not deal with while it dealt "
            + "with the others; the latest first. They are tried again by themselves at retryAt")
    public List<SetAside.Piece> all() {
        return aside.of(callers.tenantId());
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Try it with the job's next run")
    public void retry(@PathParam("id") String id) {
        if (!aside.retry(callers.tenantId(), Uuids.parse(id))) {
            throw Refusal.notFound("SET_ASIDE_NOT_FOUND").asException();
        }
    }
}

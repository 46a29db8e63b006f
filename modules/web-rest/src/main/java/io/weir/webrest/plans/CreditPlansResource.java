package io.weir.webrest.plans;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed D's name for the price list. */
@Path("credits/plans")
@Tag(name = "Plans")
@Access(Who.PUBLIC)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditPlansResource {
    @Inject
    BillingPlansResource plans;

    @GET
    @Operation(summary = "= /billing/plans")
    public Response plans(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        return plans.plans(page, limit);
    }
}

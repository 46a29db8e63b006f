package io.weir.webrest.plans;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.BareArray;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import io.weir.subscriptions.api.Catalogue;
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

/** The public price list. */
@Path("billing/plans")
@Tag(name = "Plans")
@Access(Who.PUBLIC)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BillingPlansResource {
    @Inject
    Callers callers;
    @Inject
    Catalogue catalogue;
    @Inject
    PlanViews views;

    @GET
    @Operation(summary = "Plans on sale, the free one first")
    public Response plans(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        var tenant = callers.tenantId();
        var plans = catalogue.plans(tenant, false).stream().map(plan -> views.of(tenant, plan)).toList();
        return BareArray.of(plans, Params.bare(page, limit));
    }
}

package io.weir.webrest.plans;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed E's name for ordering a plan. */
@Path("subscribe")
@Tag(name = "Subscriptions")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SubscribeResource {
    @Inject
    BillingResource billing;

    @POST
    @Operation(summary = "= /billing/subscribe")
    public Response subscribe(Subscribing.Order body) {
        return billing.subscribe(body);
    }
}

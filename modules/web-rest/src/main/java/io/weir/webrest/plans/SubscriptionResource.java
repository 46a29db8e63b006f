package io.weir.webrest.plans;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The subscription that counts now. */
@Path("subscription")
@Tag(name = "Subscriptions")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionResource {
    @Inject
    Callers callers;
    @Inject
    Subscriptions subscriptions;

    @GET
    @Operation(summary = "Current plan and period")
    public SubscriptionView current() {
        return SubscriptionView.of(subscriptions.current(callers.tenantId(), callers.account()));
    }
}

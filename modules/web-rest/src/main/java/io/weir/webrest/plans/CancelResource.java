package io.weir.webrest.plans;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed D's and E's way to end a subscription: the current one, unless another is named. */
@Path("cancel")
@Tag(name = "Subscriptions")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CancelResource {
    @Inject
    Callers callers;
    @Inject
    Subscriptions subscriptions;
    @Inject
    BillingResource billing;

    @POST
    @Operation(summary = "End the current subscription when its period does, or now")
    public SubscriptionView cancel(Cancellation body) {
        var said = body == null ? new Cancellation(null, null) : body;
        var id = Texts.given(said.subscriptionId()).orElseGet(this::current);
        return billing.cancel(id, new BillingResource.Cancellation(said.atPeriodEnd()));
    }

    private String current() {
        return subscriptions.current(callers.tenantId(), callers.account()).id().toString();
    }

    @PUT
    @Operation(summary = "The same")
    public SubscriptionView put(Cancellation body) {
        return cancel(body);
    }

    /** Which, and when: at the period's end unless said otherwise. */
    public record Cancellation(@JsonAlias("subscription_id") String subscriptionId,
                               @JsonAlias("at_period_end") Boolean atPeriodEnd) {
    }
}

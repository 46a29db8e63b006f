package io.weir.webrest.plans;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.kernel.api.Uuids;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.BareArray;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An account's subscriptions, from order to end. */
@Path("billing")
@Tag(name = "Subscriptions")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BillingResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Subscriptions subscriptions;
    @Inject
    Subscribing subscribing;
    @Inject
    MeterUsage usage;

    @GET
    @Path("subscriptions")
    @Operation(summary = "All of the account's, newest first")
    public Response all(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        var all = subscriptions.of(callers.tenantId(), callers.account()).stream().map(SubscriptionView::of).toList();
        return BareArray.of(all, Params.bare(page, limit));
    }

    @POST
    @Path("subscribe")
    @Operation(summary = "Order a plan; it starts when its payment is settled")
    public Response subscribe(Subscribing.Order body) {
        return Response.status(201).entity(subscribing.order(callers.caller(), input.check(body))).build();
    }

    @PUT
    @Path("subscriptions/{id}/cancel")
    @Operation(summary = "End a subscription when its period does, or now")
    public SubscriptionView cancel(@PathParam("id") String id, Cancellation body) {
        boolean atPeriodEnd = body == null || body.atPeriodEnd() == null || body.atPeriodEnd();
        return SubscriptionView.of(
                subscriptions.cancel(callers.tenantId(), callers.account(), Uuids.parse(id), atPeriodEnd));
    }

    @POST
    @Path("subscriptions/{id}/resume")
    @Operation(summary = "Take an end at the period's end back")
    public SubscriptionView resume(@PathParam("id") String id) {
        return SubscriptionView.of(subscriptions.resume(callers.tenantId(), callers.account(), Uuids.parse(id)));
    }

    @GET
    @Path("usage")
    @Operation(summary = "Every meter of the account in the running period")
    public Response usage() {
        return Response.ok(usage.of(callers.tenantId(), callers.account())).build();
    }

    /** When; at the period's end unless said otherwise. */
    public record Cancellation(@JsonAlias("at_period_end") Boolean atPeriodEnd) {
    }
}

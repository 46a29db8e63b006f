package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.billing.api.SubscriptionDecisions;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Uuids;
import io.weir.subscriptions.api.SubscriptionBook;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Moments;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's subscriptions, and what an administrator does with them for a customer. */
@Path("admin/subscriptions")
@Tag(name = "Administration: subscriptions")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminSubscriptionsResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    SubscriptionBook book;
    @Inject
    SubscriptionDecisions decisions;
    @Inject
    SubscriptionQueries queries;

    @GET
    @Operation(summary = "Subscriptions, newest first", description = "Free plans, which every customer has, are left "
            + "out unless free=true or the plan is named. search finds part of a customer's name, email or external "
            + "id; account is an id or an external id, plan an id or a slug, and status one of trialing, active, "
            + "past_due, unpaid, canceled, expired, pending. mrr is its part of the monthly recurring revenue.")
    public Page<AdminSubscriptionView> subscriptions(@BeanParam SubscriptionQuery query,
            @QueryParam("page") String page, @QueryParam("limit") String limit) {
        return queries.views(callers.tenantId(), book.page(callers.tenantId(),
                queries.filter(callers.tenantId(), query), Params.page(page, limit)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One subscription with its periods, newest first")
    public Detail subscription(@PathParam("id") String id) {
        var found = book.subscription(callers.tenantId(), Uuids.parse(id));
        return new Detail(queries.view(callers.tenantId(), found), book.periods(callers.tenantId(), found.id())
                .stream().map(AdminSubscriptionView.PeriodView::of).toList());
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "End it when its period does, or now with atPeriodEnd false; nothing is given back by itself")
    public AdminSubscriptionView cancel(@PathParam("id") String id, Cancellation body) {
        var subscription = book.subscription(callers.tenantId(), Uuids.parse(id)).id();
        var wanted = input.check(body);
        boolean atPeriodEnd = wanted.atPeriodEnd() == null || wanted.atPeriodEnd();
        return queries.view(callers.tenantId(),
                decisions.cancel(callers.tenantId(), subscription, atPeriodEnd, wanted.reason()));
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Take an end at the period's end back, and what it was to become")
    public AdminSubscriptionView resume(@PathParam("id") String id) {
        return queries.view(callers.tenantId(), decisions.resume(callers.tenantId(), Uuids.parse(id)));
    }

    @POST
    @Path("{id}/trial")
    @Operation(summary = "Let a running trial end later: until is a day of the tenant, with all of it, or a time; "
            + "at most 365 days after the trial's beginning. An invoice for what follows it is made anew")
    public AdminSubscriptionView trial(@PathParam("id") String id, LongerTrial body) {
        var subscription = book.subscription(callers.tenantId(), Uuids.parse(id)).id();
        var wanted = input.check(body);
        var until = Moments.until("until", wanted.until(), callers.tenant().zone()).orElseThrow();
        return queries.view(callers.tenantId(), decisions.extendTrial(callers.tenantId(), subscription, until,
                Texts.given(wanted.reason()).orElse("")));
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Change the plan: up now, down at the period's end; preview=true only says what would happen. "
            + "201 when it has to be paid for first, by the customer")
    public Response change(@PathParam("id") String id, @QueryParam("preview") String preview, SubscriptionWish body) {
        var subscription = book.subscription(callers.tenantId(), Uuids.parse(id)).id();
        return queries.change(callers.caller(), subscription, Params.flag("preview", preview), input.check(body));
    }

    /** When; at the period's end unless said otherwise. Why, for the books. */
    public record Cancellation(@JsonAlias("at_period_end") Boolean atPeriodEnd,
            @NotBlank(message = "REQUIRED") @Size(max = 500, message = "TOO_LONG") String reason) {
    }

    /** Until when; why, for the books. */
    public record LongerTrial(@NotBlank(message = "REQUIRED") String until,
            @Size(max = 500, message = "TOO_LONG") String reason) {
    }

    /** With all that was ever opened for it. */
    public record Detail(@JsonUnwrapped AdminSubscriptionView subscription,
            List<AdminSubscriptionView.PeriodView> periods) {
    }
}

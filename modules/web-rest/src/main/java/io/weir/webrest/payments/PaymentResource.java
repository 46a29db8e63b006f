package io.weir.webrest.payments;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Purchases;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Gateways;
import io.weir.payments.api.PaymentMethods;
import io.weir.payments.api.Payments;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.tenancy.api.Tenant;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.webrest.plans.CancelResource;
import io.weir.webrest.plans.SubscriptionResource;
import io.weir.webrest.plans.SubscriptionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed B's and D's payment routes. */
@Path("payment")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Catalogue catalogue;
    @Inject
    Purchases purchases;
    @Inject
    Payments payments;
    @Inject
    Gateways gatewaySettings;
    @Inject
    PaymentMethods methods;
    @Inject
    SubscriptionResource subscription;
    @Inject
    CancelResource cancelling;
    @Inject
    InvoicesResource invoices;
    @Inject
    WebhooksResource webhooks;

    @GET
    @Path("config")
    @Access(Who.PUBLIC)
    @Operation(summary = "Gateways of the tenant, its preferred one first, and those that keep ways to pay")
    public Config config() {
        var tenant = callers.tenant();
        var gateways = payments.gateways(tenant.id());
        return new Config(gateways, methods.keepers(tenant.id()),
                shown(tenant, gateways, "stripe", "STRIPE_PUBLISHABLE_KEY"),
                shown(tenant, gateways, "paddle", "PADDLE_CLIENT_TOKEN"));
    }

    private Optional<String> shown(Tenant tenant, List<String> offered, String gateway, String setting) {
        return offered.contains(gateway) ? gatewaySettings.shown(tenant.id(), gateway, setting) : Optional.empty();
    }

    @GET
    @Path("subscription")
    @Operation(summary = "= /subscription")
    public SubscriptionView subscription() {
        return subscription.current();
    }

    @POST
    @Path("subscription/cancel")
    @Operation(summary = "= /cancel")
    public SubscriptionView cancel(CancelResource.Cancellation body) {
        return cancelling.cancel(body);
    }

    @PUT
    @Path("subscription/cancel")
    @Operation(summary = "The same")
    public SubscriptionView putCancel(CancelResource.Cancellation body) {
        return cancelling.cancel(body);
    }

    @GET
    @Path("invoices")
    @Operation(summary = "= /billing/invoices")
    public Response invoices(@BeanParam InvoiceQuery query, @QueryParam("page") String page,
            @QueryParam("limit") String limit) {
        return invoices.invoices(query, page, limit);
    }

    @POST
    @Path("create")
    @Operation(summary = "Buy a plan")
    public Response create(NewPayment body) {
        var plan = catalogue.plan(callers.tenantId(), Uuids.parse(input.check(body).packageId().strip()));
        var how = Buying.how(body.gateway(), body.returnUrl(), body.cancelUrl(), body.couponCode());
        var bought = BoughtPlan.of(plan);
        return Bought.answer(purchases.plan(callers.caller(), plan.id(), how), bought,
                payment -> OpenedPayment.of(payment, bought));
    }

    @POST
    @Path("billing-portal")
    @Operation(summary = "A gateway's page for changing cards and agreements")
    public Map<String, String> billingPortal(PortalWish body) {
        var wish = body == null ? new PortalWish(null, null) : body;
        return Map.of("url", methods.portal(callers.tenantId(), callers.account(), Texts.given(wish.gateway()),
                Texts.given(wish.returnUrl())));
    }

    @POST
    @Path("webhook")
    @Access(Who.PUBLIC)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "= /webhooks/payos, as seed B names it")
    public Map<String, String> webhook(@Context HttpHeaders headers, InputStream body) throws IOException {
        return webhooks.receive("payos", Optional.empty(), headers, body);
    }

    /** What a checkout page needs to know before anybody signs in; some gateways keep ways to pay. */
    public record Config(List<String> gateways, List<String> keepingMethods, Optional<String> stripePublishableKey,
                         Optional<String> paddleClientToken) {
    }

    /** Where to come back to; {@code gateway} absent: the first that has such a page. */
    public record PortalWish(@JsonAlias("return_url") String returnUrl, String gateway) {
    }

    /** Which plan to buy, and how to pay for it. */
    public record NewPayment(
            @NotBlank(message = "REQUIRED") @JsonAlias({"package_id", "planId", "plan_id"}) String packageId,
            String gateway,
            @JsonAlias("coupon_code") String couponCode,
            @JsonAlias("return_url") String returnUrl,
            @JsonAlias("cancel_url") String cancelUrl) {
    }

    /** The plan, in short. */
    public record BoughtPlan(UUID id, String name, String description, Optional<Long> apiLimit) {
        static BoughtPlan of(Plan plan) {
            return new BoughtPlan(plan.id(), plan.name(), plan.description(), plan.apiLimit());
        }
    }
}

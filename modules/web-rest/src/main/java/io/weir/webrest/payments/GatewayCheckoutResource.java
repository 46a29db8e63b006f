package io.weir.webrest.payments;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Purchases;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Payment;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed C's checkouts, one for each of its gateways. */
@Path("billing/checkout")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GatewayCheckoutResource {
    private static final int LENGTH_OF_ID = 36;

    @Inject
    Callers callers;
    @Inject
    Catalogue catalogue;
    @Inject
    Purchases purchases;

    @POST
    @Path("stripe")
    @Operation(summary = "Buy a plan, or a package of credits, by Stripe")
    public Response stripe(Wish body) {
        return checkout("stripe", Input.required(body));
    }

    @POST
    @Path("paddle")
    @Operation(summary = "Buy a plan, or a package of credits, by Paddle")
    public Response paddle(Wish body) {
        return checkout("paddle", Input.required(body));
    }

    private Response checkout(String gateway, Wish wish) {
        var how = Buying.how(gateway, wish.returnUrl(), wish.cancelUrl(), wish.couponCode());
        var ordered = Texts.given(wish.plan()).map(plan -> purchases.plan(callers.caller(), plan(plan), how))
                .orElseGet(() -> purchases.creditPackage(callers.caller(), Uuids.parse(packageId(wish)), how));
        return Bought.answer(ordered, null, Opened::of);
    }

    private UUID plan(String slugOrId) {
        return slugOrId.length() == LENGTH_OF_ID ? Uuids.parse(slugOrId)
                : catalogue.planBySlug(callers.tenantId(), slugOrId.toLowerCase(Locale.ROOT)).map(Plan::id)
                .orElseThrow(() -> Refusal.notFound("PLAN_NOT_FOUND").asException());
    }

    private static String packageId(Wish wish) {
        return Texts.given(wish.packageId())
                .orElseThrow(() -> Refusal.invalidField("plan", "REQUIRED").asException());
    }

    /** {@code plan}: slug or id. Either it or a package of credits. */
    public record Wish(@JsonAlias({"planId", "plan_id", "plan_code"}) String plan,
                       @JsonAlias("package_id") String packageId,
                       @JsonAlias("coupon_code") String couponCode,
                       @JsonAlias({"return_url", "success_url", "successUrl"}) String returnUrl,
                       @JsonAlias("cancel_url") String cancelUrl) {
    }

    /** Where to pay. */
    public record Opened(UUID id, long orderCode, String status, Optional<String> url) {
        static Opened of(Payment payment) {
            return new Opened(payment.id().value(), payment.orderCode(), payment.status().word(),
                    payment.checkout().url());
        }
    }
}

package io.weir.webrest.payments;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Purchases;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.webrest.plans.BillingResource;
import io.weir.webrest.plans.Subscribing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed D's checkouts. */
@Path("payment/checkout")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CheckoutResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Purchases purchases;
    @Inject
    BillingResource billing;

    @POST
    @Path("subscription")
    @Operation(summary = "= /billing/subscribe")
    public Response subscription(Subscribing.Order body) {
        return billing.subscribe(body);
    }

    @POST
    @Path("credits")
    @Operation(summary = "Buy credits that do not expire: a package, or any whole amount")
    public Response credits(CreditOrder body) {
        return Bought.answer(input.check(body).place(purchases, callers.caller()), null,
                payment -> new Ordered(PaymentView.inMajorUnits(payment), payment.checkout().url()));
    }

    /** Either an amount or a package, and how to pay for it. */
    public record CreditOrder(@JsonAlias("credits_amount") Long creditsAmount,
                              @JsonAlias("package_id") String packageId, String gateway,
                              @JsonAlias("coupon_code") String couponCode,
                              @JsonAlias("return_url") String returnUrl, @JsonAlias("cancel_url") String cancelUrl) {
        Purchases.Ordered place(Purchases purchases, Caller caller) {
            var how = Buying.how(gateway, returnUrl, cancelUrl, couponCode);
            var wanted = Texts.given(packageId);
            if (wanted.isPresent() == (creditsAmount != null)) {
                throw Refusal.invalidField("credits_amount", "AMOUNT_OR_PACKAGE").asException();
            }
            return wanted.isPresent() ? purchases.creditPackage(caller, Uuids.parse(wanted.get()), how)
                    : purchases.credits(caller, creditsAmount, how);
        }
    }

    /** {@code url}: where to pay, when there is such a page. */
    public record Ordered(PaymentView payment, Optional<String> url) {
    }
}

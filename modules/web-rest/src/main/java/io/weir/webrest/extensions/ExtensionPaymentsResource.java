package io.weir.webrest.extensions;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Purchases;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Payments;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Extensions;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Who;
import io.weir.webrest.payments.Bought;
import io.weir.webrest.payments.Buying;
import io.weir.webrest.payments.OpenedPayment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Buying an extension. */
@Path("api-extensions/payment")
@Tag(name = "Extensions")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExtensionPaymentsResource {
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
    Extensions extensions;

    @POST
    @Path("create")
    @Operation(summary = "Open a payment for an extension of the running period")
    public Response create(NewPayment body) {
        var extension = catalogue.extension(callers.tenantId(),
                Uuids.parse(input.check(body).extensionPackageId().strip()));
        var how = Buying.how(body.gateway(), body.returnUrl(), body.cancelUrl(), body.couponCode());
        var bought = PackageViews.InShort.of(extension);
        return Bought.answer(purchases.extension(callers.caller(), extension.id(), how), bought,
                payment -> OpenedPayment.of(payment, bought));
    }

    @GET
    @Path("check/{orderCode}")
    @Operation(summary = "How a payment stands; an open one is asked about at its gateway")
    public CheckedPayment check(@PathParam("orderCode") String orderCode) {
        var tenant = callers.tenantId();
        var account = callers.account();
        var payment = payments.refreshed(tenant, account, orderCode(orderCode));
        var extension = extensions.byCause(tenant, account, payment.id().toString()).map(PurchaseView::of);
        return CheckedPayment.of(payment, extension);
    }

    /** Order codes are positive and fit a JavaScript number; anything else names no payment. */
    static long orderCode(String text) {
        if (!text.matches("[1-9]\\d{0,15}")) {
            throw Refusal.notFound("PAYMENT_NOT_FOUND").asException();
        }
        return Long.parseLong(text);
    }

    /** Which extension, and how to pay for it. */
    public record NewPayment(
            @NotBlank(message = "REQUIRED") @JsonAlias({"extension_package_id", "packageId"}) String extensionPackageId,
            String gateway,
            @JsonAlias("coupon_code") String couponCode,
            @JsonAlias("return_url") String returnUrl,
            @JsonAlias("cancel_url") String cancelUrl) {
    }
}

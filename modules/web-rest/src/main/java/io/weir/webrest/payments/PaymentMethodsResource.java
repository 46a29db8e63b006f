package io.weir.webrest.payments;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.PaymentMethods;
import io.weir.payments.api.Payments;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What gateways keep for an account. A new one is entered on the gateway's page: no number ever comes here. */
@Path("billing/payment-methods")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentMethodsResource {
    @Inject
    Callers callers;
    @Inject
    PaymentMethods methods;

    @GET
    @Operation(summary = "Saved cards and mandates, of all gateways")
    public List<PaymentMethod> list() {
        return methods.of(callers.tenantId(), callers.account());
    }

    @POST
    @Operation(summary = "Start a gateway's page where a new one is entered")
    public Response add(Wish body) {
        var wish = body == null ? new Wish(null, null, null) : body;
        var url = methods.add(callers.tenantId(), callers.account(), Texts.given(wish.gateway()),
                new Payments.Return(Texts.given(wish.returnUrl()), Texts.given(wish.cancelUrl())));
        return Response.status(201).entity(Map.of("url", url)).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Have a gateway forget one")
    public void remove(@PathParam("id") String id) {
        methods.remove(callers.tenantId(), callers.account(), id);
    }

    /** {@code gateway} absent: the first that keeps any. */
    public record Wish(String gateway, @JsonAlias("return_url") String returnUrl,
                       @JsonAlias("cancel_url") String cancelUrl) {
    }
}

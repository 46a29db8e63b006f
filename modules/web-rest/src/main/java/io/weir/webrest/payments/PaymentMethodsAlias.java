package io.weir.webrest.payments;

import io.weir.payments.api.PaymentMethod;
import io.weir.webrest.http.Access;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed D's name for {@link PaymentMethodsResource}. */
@Path("payment/payment-methods")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentMethodsAlias {
    @Inject
    PaymentMethodsResource methods;

    @GET
    @Operation(summary = "= /billing/payment-methods")
    public List<PaymentMethod> list() {
        return methods.list();
    }

    @POST
    @Operation(summary = "= /billing/payment-methods")
    public Response add(PaymentMethodsResource.Wish body) {
        return methods.add(body);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "= /billing/payment-methods/{id}")
    public void remove(@PathParam("id") String id) {
        methods.remove(id);
    }
}

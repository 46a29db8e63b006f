package io.weir.webrest.payments;

import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.BareArray;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An account's payments in seed E's units. */
@Path("payments")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {
    @Inject
    Callers callers;
    @Inject
    Payments payments;

    @GET
    @Operation(summary = "Payments, newest first, amounts in minor units")
    public Response history(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        var found = payments.history(callers.tenantId(), callers.account(), Params.bare(page, limit));
        return BareArray.of(found.map(PaymentView::inMinorUnits));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One payment, amount in minor units")
    public PaymentView payment(@PathParam("id") String id) {
        return PaymentView.inMinorUnits(payments.ofAccount(callers.tenantId(), callers.account(), PaymentId.of(id)));
    }
}

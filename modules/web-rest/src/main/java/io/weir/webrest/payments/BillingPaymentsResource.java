package io.weir.webrest.payments;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same history with amounts in major units, as everywhere but in seed E. */
@Path("billing/payments")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BillingPaymentsResource {
    @Inject
    Callers callers;
    @Inject
    Payments payments;

    @GET
    @Operation(summary = "Payments, newest first, amounts in major units")
    public Response history(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        var found = payments.history(callers.tenantId(), callers.account(), Params.bare(page, limit));
        return BareArray.of(found.map(PaymentView::inMajorUnits));
    }
}

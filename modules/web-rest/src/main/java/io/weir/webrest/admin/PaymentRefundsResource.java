package io.weir.webrest.admin;

import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentRefunds;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A payment's refunds. */
@Path("admin/payments/{id}/refunds")
@Tag(name = "Administration: payments")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentRefundsResource {
    @Inject
    Callers callers;
    @Inject
    PaymentRefunds refunds;

    @GET
    @Operation(summary = "Refunds of a payment, oldest first")
    public List<RefundView> refunds(@PathParam("id") String id) {
        return refunds.of(callers.tenantId(), PaymentId.of(id)).stream().map(RefundView::of).toList();
    }
}

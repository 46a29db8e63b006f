package io.weir.webrest.admin;

import io.weir.kernel.api.Uuids;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import io.weir.webrest.payments.ProofFile;
import io.weir.webrest.payments.ProofView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a payer showed, for whoever decides. */
@Path("admin/payments/{id}/proofs")
@Tag(name = "Administration: payments")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentProofsResource {
    @Inject
    Callers callers;
    @Inject
    PaymentProofs proofs;

    @GET
    @Operation(summary = "What the payer showed, oldest first")
    public List<ProofView> list(@PathParam("id") String id) {
        return proofs.of(callers.tenantId(), PaymentId.of(id)).stream().map(ProofView::forAdministrator).toList();
    }

    @GET
    @Path("{proof}")
    @Produces({"image/png", "image/jpeg", "application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "The file; inline=true to have a picture shown")
    public Response file(@PathParam("id") String id, @PathParam("proof") String proof,
                         @QueryParam("inline") String inline, @Context HttpServletResponse headers) {
        boolean shown = Params.flag("inline", inline);
        return ProofFile.answer(proofs.open(callers.tenantId(), PaymentId.of(id), Uuids.parse(proof)), shown,
                headers);
    }
}

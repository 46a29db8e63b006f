package io.weir.webrest.payments;

import io.weir.kernel.api.Uuids;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.api.PaymentProofs.Upload;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.SentFile;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Receipts with which a payer shows that a manual payment was sent. */
@Path("payments/{id}/proof")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProofsResource {
    @Inject
    Callers callers;
    @Inject
    PaymentProofs proofs;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Show that it was sent: one file, PNG, JPEG or PDF, at most 5 MiB")
    public Response add(@PathParam("id") String id, @HeaderParam("Content-Type") String type, InputStream form)
            throws IOException {
        var file = SentFile.of(type, form);
        var proof = proofs.add(callers.tenantId(), callers.account(), PaymentId.of(id),
                new Upload(file.name(), file.bytes(), callers.caller().requireUser()));
        return Response.status(201).entity(ProofView.forPayer(proof)).build();
    }

    @GET
    @Operation(summary = "What was shown, oldest first")
    public List<ProofView> list(@PathParam("id") String id) {
        return proofs.of(callers.tenantId(), callers.account(), PaymentId.of(id)).stream()
                .map(ProofView::forPayer).toList();
    }

    @GET
    @Path("{proof}")
    @Produces({"image/png", "image/jpeg", "application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "The file; inline=true to have a picture shown")
    public Response file(@PathParam("id") String id, @PathParam("proof") String proof,
                         @QueryParam("inline") String inline, @Context HttpServletResponse headers) {
        boolean shown = Params.flag("inline", inline);
        return ProofFile.answer(proofs.open(callers.tenantId(), callers.account(), PaymentId.of(id),
                Uuids.parse(proof)), shown, headers);
    }
}

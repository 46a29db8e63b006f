package io.weir.webrest.payments;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same by the address of the history in major units. */
@Path("billing/payments/{id}/proof")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BillingProofsResource {
    @Inject
    ProofsResource proofs;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "= /payments/{id}/proof")
    public Response add(@PathParam("id") String id, @HeaderParam("Content-Type") String type, InputStream form)
            throws IOException {
        return proofs.add(id, type, form);
    }

    @GET
    @Operation(summary = "= /payments/{id}/proof")
    public List<ProofView> list(@PathParam("id") String id) {
        return proofs.list(id);
    }
}

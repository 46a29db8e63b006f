package io.weir.webrest.admin;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
import io.weir.webrest.payments.InvoiceAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All of a tenant's invoices, for its books. */
@Path("admin/invoices.csv")
@Tag(name = "Administration: payments")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces({"text/csv", MediaType.APPLICATION_JSON})
public class InvoiceTablesResource {
    @Inject
    Callers callers;
    @Inject
    InvoiceAnswers answers;

    @GET
    @Operation(summary = "Every customer's invoices issued from one day to another, a row for each line, as CSV; this "
            + "year's unless from and to say otherwise")
    public Response table(@QueryParam("from") String from, @QueryParam("to") String to) {
        return answers.table(callers.tenant(), Optional.empty(), from, to);
    }
}

package io.weir.webrest.payments;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
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

/** An account's invoices as a table. */
@Path("billing/invoices.csv")
@Tag(name = "Invoices")
@Access(Who.USER)
@ApplicationScoped
@Produces({"text/csv", MediaType.APPLICATION_JSON})
public class InvoiceTableResource {
    @Inject
    Callers callers;
    @Inject
    InvoiceAnswers answers;

    @GET
    @Operation(summary = "Invoices issued from one day to another, a row for each line, as CSV; this year's unless "
            + "from and to say otherwise")
    public Response table(@QueryParam("from") String from, @QueryParam("to") String to) {
        return answers.table(callers.tenant(), Optional.of(callers.account()), from, to);
    }
}

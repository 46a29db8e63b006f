package io.weir.webrest.admin;

import io.weir.billing.api.Explanations;
import io.weir.billing.api.Explanations.Difference;
import io.weir.platform.api.Time;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
import io.weir.webrest.payments.InvoiceQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof that every invoice is what it was made of. */
@Path("admin/billing/recompute")
@Tag(name = "Administration: invoices")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceRecomputeResource {
    @Inject
    Callers callers;
    @Inject
    Explanations explanations;
    @Inject
    Time time;

    @POST
    @Operation(summary = "Make every final invoice once more, from its lines' bases and metering's figures; nothing is "
            + "changed", description = "from and to are days of issue, both included; all unless they are given.")
    public Report recompute(@BeanParam InvoiceQuery query) {
        var tenant = callers.tenant();
        var span = query.filter(tenant, Optional.empty());
        var from = span.from().orElse(Instant.EPOCH);
        var until = span.until().orElseGet(() -> time.now(tenant.id()).plusSeconds(1));
        var found = explanations.recompute(tenant.id(), from, until);
        return new Report(from, until, found.invoices(), found.lines(), found.differences());
    }

    /** {@code differences}: none, unless somebody touched what is kept. */
    public record Report(Instant from, Instant until, long invoices, long lines, List<Difference> differences) {
    }
}

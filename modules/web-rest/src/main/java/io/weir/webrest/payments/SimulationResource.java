package io.weir.webrest.payments;

import io.weir.billing.api.Simulations;
import io.weir.subscriptions.api.Catalogue;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What another plan would have cost. */
@Path("billing/simulate")
@Tag(name = "Invoices")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Catalogue catalogue;
    @Inject
    Simulations simulations;

    @POST
    @Operation(summary = "What a plan would have cost for what was really used; nothing is changed",
            description = "At most two years. Periods that the account had on this plan come to what their invoices do")
    public SimulationView simulate(SimulationWish body) {
        var wish = input.check(body).read(callers.tenant(), catalogue);
        return SimulationView.of(simulations.simulate(callers.tenantId(), callers.account(), wish));
    }
}

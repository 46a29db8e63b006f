package io.weir.webrest.metering;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Hot;
import io.weir.webrest.http.LateAnswers;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reserve and settle in one step. */
@Path("metering/charges")
@Tag(name = "Metering")
@Access(Who.METERING)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChargesResource {
    @Inject
    Charging charging;
    @Inject
    LateAnswers answers;

    @POST
    @Hot
    @Operation(summary = "Charge units of a meter, or an operation of the rate card, at once; 429 when not enough "
            + "are left. Service keys name the account, by its id or externalId")
    public CompletionStage<Response> charge(ChargeRequest body) {
        return answers.of(charging.of(body), charge -> Response.status(201).entity(charge).build());
    }
}

package io.weir.webrest.metering;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Admission;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Demand;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Gate;
import io.weir.webrest.http.Hot;
import io.weir.webrest.http.Input;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reserve and settle in one step. */
@Path("metering/charges")
@Tag(name = "Metering")
@Access(Who.CALLER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChargesResource {
    @Inject
    Callers callers;
    @Inject
    Meters meters;
    @Inject
    Admission admission;
    @Inject
    Gate gate;
    @Inject
    LateAnswers answers;

    @POST
    @Hot
    @Operation(summary = "Charge units at once; 429 when not enough are left")
    public CompletionStage<Response> charge(ChargeRequest body) {
        var caller = callers.caller();
        var meter = meter(caller, Input.required(body));
        long quantity = Quantities.toSmallest(body.quantity(), meter);
        var facts = body.facts(caller.keyId());
        var admitted = gate.admit(caller, verified -> admission.charge(demand(verified, meter, quantity), facts));
        return answers.of(admitted, charge -> Response.status(201).entity(Charge.of(charge, meter)).build());
    }

    private Meter meter(Caller caller, ChargeRequest body) {
        return meters.find(caller.tenant(), new MeterKey(body.requiredMeter()))
                .orElseThrow(() -> Refusal.invalidField("meter", "METER_UNKNOWN").asException());
    }

    private static Demand demand(Caller caller, Meter meter, long quantity) {
        return new Demand(caller.tenant(), caller.requireAccount(), meter.key(), quantity, caller.verifiedAt(),
                Duration.ZERO);
    }

    /** What was charged, and what is left of the meter. */
    public record Charge(UUID id, String meter, BigDecimal charged, BigDecimal remaining) {
        static Charge of(Decision.Admitted charge, Meter meter) {
            return new Charge(charge.id(), meter.key().value(), Quantities.toUnits(charge.quantity(), meter),
                    Quantities.toUnits(charge.remaining(), meter));
        }
    }
}

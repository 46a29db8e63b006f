package io.weir.webrest.metering;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.Uuids;
import io.weir.metering.api.Admission;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Settlement;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Gate;
import io.weir.webrest.http.Hot;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.LateAnswers;
import io.weir.webrest.http.MeteredAccount;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Reserve, work, settle. Settling and giving back never ask whether the credential still counts everywhere: the work is
 * done, and a key that was revoked meanwhile must not make it free.
 */
@Path("metering/reservations")
@Tag(name = "Metering")
@Access(Who.METERING)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReservationsResource {
    private static final String PATH = "/api/metering/reservations/";

    @Inject
    Callers callers;
    @Inject
    MeteredAccount accounts;
    @Inject
    Prices prices;
    @Inject
    Settling settling;
    @Inject
    Admission admission;
    @Inject
    Gate gate;
    @Inject
    LateAnswers answers;

    @POST
    @Hot
    @Operation(summary = "Hold units of a meter, or the price of an operation, for ttlSeconds (300); 429 when not "
            + "enough are left. Tell the model at the settlement")
    public CompletionStage<Response> reserve(ReservationRequest body) {
        var caller = callers.caller();
        var account = accounts.of(caller, Input.required(body).account());
        var time = body.time();
        var price = prices.of(caller.tenant(), body.wanted());
        var held = gate.admit(caller,
                verified -> admission.reserve(price.demand(verified, account).heldFor(time)));
        return answers.of(QuotaRefusals.inUnits(held, price.meter()), reservation -> Response.status(201)
                .header("Location", PATH + reservation.id()).entity(Reservation.of(reservation, price)).build());
    }

    @POST
    @Path("{id}/settle")
    @Hot
    @Operation(summary = "Charge what was used in the end: a quantity, or attributes to price again, or as held. "
            + "The same again gets the same answer")
    public CompletionStage<Response> settle(@PathParam("id") String id, SettleRequest body) {
        var caller = callers.caller();
        var request = body == null ? SettleRequest.AS_HELD : body;
        var held = held(caller, id, request.account());
        var facts = request.facts(caller.keyId());
        var settled = admission.settle(held, settling.actual(caller.tenant(), request), facts);
        return answers.of(settled, settlement -> Response.ok(settled(caller.tenant(), settlement)).build());
    }

    @DELETE
    @Path("{id}")
    @Hot
    @Operation(summary = "Give the units back")
    public CompletionStage<Response> release(@PathParam("id") String id, @QueryParam("account") String account) {
        return answers.of(admission.release(held(callers.caller(), id, account)),
                released -> Response.noContent().build());
    }

    private Admission.Held held(Caller caller, String id, String account) {
        return new Admission.Held(caller.tenant(), accounts.ofWorkDone(caller, account), Uuids.parse(id));
    }

    private Settled settled(TenantId tenant, Settlement settlement) {
        var line = settlement.first();
        return Settled.of(settlement.reservation(), line, prices.known(tenant, line.meter()));
    }

    /** What is held, and until when. */
    public record Reservation(UUID id, Optional<String> operation, String meter, BigDecimal reserved,
                              BigDecimal remaining, Optional<Instant> expiresAt) {
        static Reservation of(Decision.Admitted held, Price price) {
            var line = held.first();
            return new Reservation(held.id(), price.operation(), line.meter().value(), price.inUnits(line.quantity()),
                    price.inUnits(line.remaining()), held.expiresAt());
        }
    }

    /**
     * What was charged of it. {@code usageId} is absent when nothing was used; {@code overage} is the part of {@code
     * charged} beyond what was granted.
     */
    public record Settled(UUID id, Optional<UUID> usageId, String meter, BigDecimal charged, BigDecimal overage,
                          BigDecimal remaining) {
        static Settled of(UUID reservation, Settlement.Line line, Meter meter) {
            return new Settled(reservation, line.usage(), meter.key().value(),
                    Quantities.toUnits(line.charged(), meter), Quantities.toUnits(line.overage(), meter),
                    Quantities.toUnits(line.remaining(), meter));
        }
    }
}

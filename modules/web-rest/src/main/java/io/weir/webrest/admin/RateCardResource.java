package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCard.Modifier;
import io.weir.metering.api.RateCard.Step;
import io.weir.metering.api.RateCards;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operations cost. */
@Path("admin/rate-card")
@Tag(name = "Administration: metering")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RateCardResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    RateCards rates;

    @GET
    @Operation(summary = "The rate card: a meter, and what each operation costs in its unit")
    public Card card() {
        return rates.of(callers.tenantId()).map(card -> new Card(Optional.of(card.meter()), card.operations()))
                .orElseGet(() -> new Card(Optional.empty(), Map.of()));
    }

    @PUT
    @Path("{operation}")
    @Operation(summary = "Say what an operation costs; meter is that of the card unless the card is empty")
    public Priced put(@PathParam("operation") String operation, Terms body) {
        var terms = input.check(body);
        var meter = new MeterKey(Texts.given(terms.meter()).or(() -> rates.of(callers.tenantId()).map(RateCard::meter))
                .orElseThrow(() -> Refusal.invalidField("meter", "REQUIRED").asException()));
        rates.put(callers.tenantId(), meter, operation, terms.toOperation());
        return new Priced(operation, meter.value(), terms.toOperation());
    }

    @DELETE
    @Path("{operation}")
    @Operation(summary = "Take an operation off the rate card")
    public void remove(@PathParam("operation") String operation) {
        rates.remove(callers.tenantId(), operation);
    }

    /** {@code meter} absent: nothing is priced yet. */
    public record Card(Optional<String> meter, Map<String, RateCard.Operation> operations) {
    }

    /** One operation as it is priced now. */
    public record Priced(String operation, String meter, RateCard.Operation terms) {
    }

    /** {@code base} for one, or for each started ({@code perStarted}) or exact ({@code per}) size of an attribute. */
    public record Terms(String meter, BigDecimal base, @JsonAlias("per_started") Step perStarted,
                        Step per, List<@NotNull(message = "REQUIRED") Modifier> modifiers) {
        RateCard.Operation toOperation() {
            return new RateCard.Operation(base, perStarted, per, modifiers);
        }
    }
}

package io.weir.webrest.usage;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Meter;
import io.weir.metering.api.SpendCaps;
import io.weir.metering.api.SpendCaps.Cap;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Who;
import io.weir.webrest.metering.Quantities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an account lets itself use in a calendar month, whatever it was granted. A person decides that, not a key. */
@Path("metering/caps")
@Tag(name = "Usage")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CapsResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    UsageMeters meters;
    @Inject
    SpendCaps caps;

    @GET
    @Operation(summary = "The account's caps and what was used of them this month")
    public List<CapView> caps() {
        return caps.of(callers.tenantId(), callers.account()).stream().map(CapView::of).toList();
    }

    @GET
    @Path("{meter}")
    @Operation(summary = "One of them")
    public CapView cap(@PathParam("meter") String meter) {
        return cap(meters.named(callers.tenantId(), meter));
    }

    @PUT
    @Path("{meter}")
    @Operation(summary = "Set a cap, at once; what was used this month before counts too. 0 stops everything")
    public CapView set(@PathParam("meter") String name, NewCap body) {
        var meter = meters.named(callers.tenantId(), name);
        long most = Quantities.toSmallest("limit", input.check(body).limit(), meter);
        caps.set(callers.tenantId(), callers.account(), meter.key(), most);
        return cap(meter);
    }

    @DELETE
    @Path("{meter}")
    @Operation(summary = "Take a cap away")
    public void remove(@PathParam("meter") String name) {
        caps.remove(callers.tenantId(), callers.account(), meters.named(callers.tenantId(), name).key());
    }

    private CapView cap(Meter meter) {
        return caps.of(callers.tenantId(), callers.account()).stream()
                .filter(cap -> cap.meter().key().equals(meter.key())).findFirst().map(CapView::of)
                .orElseThrow(() -> Refusal.notFound("CAP_NOT_FOUND").asException());
    }

    /** In the meter's unit. */
    public record NewCap(@NotNull(message = "REQUIRED") @PositiveOrZero(message = "OUT_OF_RANGE") BigDecimal limit) {
    }

    /** {@code spent}: used and held this month; {@code resetsAt}: when the next one begins. */
    public record CapView(String meter, BigDecimal limit, BigDecimal spent, Instant resetsAt) {
        static CapView of(Cap cap) {
            return new CapView(cap.meter().key().value(), Quantities.toUnits(cap.most(), cap.meter()),
                    Quantities.toUnits(cap.spent(), cap.meter()), cap.resetsAt());
        }
    }
}

package io.weir.webrest.admin;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meter.LateEvents;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the tenant counts. */
@Path("admin/meters")
@Tag(name = "Administration: metering")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MetersResource {
    private static final String REOPEN = "reopen";
    private static final String NEXT_PERIOD = "nextPeriod";

    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Meters meters;

    @GET
    @Operation(summary = "The tenant's meters")
    public List<MeterView> meters() {
        return meters.of(callers.tenantId()).stream().map(MeterView::of).toList();
    }

    @PUT
    @Path("{key}")
    @Operation(summary = "Create a meter, or change what is given of one")
    public MeterView put(@PathParam("key") String key, Draft body) {
        var wanted = new MeterKey(key);
        var present = meters.of(callers.tenantId()).stream().filter(m -> m.key().equals(wanted)).findFirst();
        var meter = input.check(body).over(wanted, present);
        meters.put(callers.tenantId(), meter);
        return MeterView.of(meter);
    }

    /**
     * {@code decimals}: how many of the unit's decimals are counted; {@code late}: where late usage goes, reopen or
     * nextPeriod, as in a catalogue file.
     */
    public record MeterView(String key, String title, String unit, int decimals, String late) {
        static MeterView of(Meter meter) {
            return new MeterView(meter.key().value(), meter.title(), meter.unit(), meter.decimals(),
                    meter.late() == LateEvents.REOPEN ? REOPEN : NEXT_PERIOD);
        }
    }

    /** What an administrator sends; absent members keep their value. A new meter needs all but {@code late}. */
    public record Draft(String title, String unit,
                        @Min(value = 0, message = "OUT_OF_RANGE") @Max(value = 9, message = "OUT_OF_RANGE")
                        Integer decimals, String late) {
        Meter over(MeterKey key, Optional<Meter> present) {
            return new Meter(key, given("title", Texts.trimmed(title), present.map(Meter::title)),
                    given("unit", Texts.trimmed(unit), present.map(Meter::unit)),
                    given("decimals", decimals, present.map(Meter::decimals)),
                    late == null ? present.map(Meter::late).orElse(LateEvents.REOPEN) : lateEvents());
        }

        private LateEvents lateEvents() {
            return switch (late) {
                case REOPEN -> LateEvents.REOPEN;
                case NEXT_PERIOD -> LateEvents.NEXT_PERIOD;
                default -> throw Refusal.invalidField("late", "NOT_AN_OPTION").asException();
            };
        }

        private static <T> T given(String field, T value, Optional<T> otherwise) {
            return Optional.ofNullable(value).or(() -> otherwise)
                    .orElseThrow(() -> Refusal.invalidField(field, "REQUIRED").asException());
        }
    }
}

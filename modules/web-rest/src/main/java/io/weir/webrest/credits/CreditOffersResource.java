package io.weir.webrest.credits;

import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.BareArray;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import io.weir.webrest.metering.Quantities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public price list of credits. */
@Path("credits/packages")
@Tag(name = "Credits")
@Access(Who.PUBLIC)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditOffersResource {
    @Inject
    Callers callers;
    @Inject
    Catalogue catalogue;
    @Inject
    Meters meters;

    @GET
    @Operation(summary = "Credit packages on sale, cheapest first")
    public Response packages(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        var offers = catalogue.creditPackages(callers.tenantId(), false).stream()
                .map(offer -> Offer.of(offer, meter(offer))).toList();
        return BareArray.of(offers, Params.bare(page, limit));
    }

    private Meter meter(CreditPackage offer) {
        var key = new MeterKey(offer.meter());
        return meters.find(callers.tenantId(), key).orElseGet(() -> new Meter(key, key.value(), key.value(), 0));
    }

    /** {@code bonus} comes on top of {@code credits}; both in units of the meter. */
    public record Offer(UUID id, String name, BigDecimal credits, BigDecimal bonus, BigDecimal price,
                        String currency) {
        static Offer of(CreditPackage offer, Meter meter) {
            return new Offer(offer.id(), offer.name(), Quantities.toUnits(offer.credits(), meter),
                    Quantities.toUnits(offer.bonus(), meter), offer.price().major(),
                    offer.price().currency().getCurrencyCode());
        }
    }
}

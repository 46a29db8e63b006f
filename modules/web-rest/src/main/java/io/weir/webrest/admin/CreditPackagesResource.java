package io.weir.webrest.admin;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCards;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Credit packages; their quantities in units of the meter. */
@Path("admin/packages/credits")
@Tag(name = "Administration: packages")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CreditPackagesResource extends PackageRoutes {
    @Inject
    RateCards cards;
    @Inject
    Meters meters;

    @GET
    @Operation(summary = "Packages, those off sale too when asked for")
    public Response all(@QueryParam("includeInactive") String includeInactive, @QueryParam("page") String page,
                        @QueryParam("limit") String limit) {
        return listed(catalogue.creditPackages(callers.tenantId(), inactiveToo(includeInactive)), this::view, page,
                limit);
    }

    @POST
    @Operation(summary = "Put a new package on sale; of credits unless another meter is given")
    public Response create(CreditPackageView.Draft body) {
        var tenant = callers.tenantId();
        var key = Texts.given(input.check(body).meter()).map(MeterKey::new).orElseGet(() -> cards.credits(tenant));
        var meter = meters.find(tenant, key)
                .orElseThrow(() -> Refusal.invalidField("meter", "METER_UNKNOWN").asException());
        return created(CreditPackageView.of(packages.createCredits(tenant, body.ofMeter(meter)), meter));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One package")
    public CreditPackageView one(@PathParam("id") String id) {
        return view(catalogue.creditPackage(callers.tenantId(), Uuids.parse(id)));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change what is given, leave the rest; the meter stays")
    public CreditPackageView change(@PathParam("id") String id, CreditPackageView.Draft body) {
        var tenant = callers.tenantId();
        var before = catalogue.creditPackage(tenant, Uuids.parse(id));
        var draft = input.check(body).changing(meter(before));
        return view(packages.changeCredits(tenant, before.id(), draft));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Take a package off sale")
    public void retire(@PathParam("id") String id) {
        packages.retireCredits(callers.tenantId(), Uuids.parse(id));
    }

    private CreditPackageView view(CreditPackage credits) {
        return CreditPackageView.of(credits, meter(credits));
    }

    private Meter meter(CreditPackage credits) {
        var key = new MeterKey(credits.meter());
        return meters.find(callers.tenantId(), key).orElseGet(() -> new Meter(key, key.value(), key.value(), 0));
    }
}

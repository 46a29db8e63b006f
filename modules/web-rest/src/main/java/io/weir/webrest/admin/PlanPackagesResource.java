package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.billing.api.Revenue;
import io.weir.kernel.api.Uuids;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Who;
import io.weir.subscriptions.api.PackageStatistics;
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
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Subscription packages. */
@Path("admin/packages/subscriptions")
@Tag(name = "Administration: packages")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PlanPackagesResource extends PackageRoutes {
    @Inject
    PackageStatistics statistics;
    @Inject
    Revenue revenue;

    @GET
    @Operation(summary = "Packages, those off sale too when asked for")
    public Response all(@QueryParam("includeInactive") String includeInactive, @QueryParam("page") String page,
                        @QueryParam("limit") String limit) {
        return listed(catalogue.plans(callers.tenantId(), inactiveToo(includeInactive)), PlanPackage::of, page, limit);
    }

    @POST
    @Operation(summary = "Put a new package on sale")
    public Response create(PlanPackage.Draft body) {
        return created(PlanPackage.of(packages.createPlan(callers.tenantId(), input.check(body).toPlanDraft())));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One package")
    public PlanPackage one(@PathParam("id") String id) {
        return PlanPackage.of(catalogue.plan(callers.tenantId(), Uuids.parse(id)));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change what is given, leave the rest")
    public PlanPackage change(@PathParam("id") String id, PlanPackage.Draft body) {
        var draft = input.check(body).toPlanDraft();
        return PlanPackage.of(packages.changePlan(callers.tenantId(), Uuids.parse(id), draft));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Take a package off sale that nobody uses")
    public void retire(@PathParam("id") String id) {
        packages.retirePlan(callers.tenantId(), Uuids.parse(id));
    }

    @GET
    @Path("{id}/versions")
    @Operation(summary = "What a package was, newest first")
    public List<PlanPackage.Version> versions(@PathParam("id") String id) {
        return catalogue.planVersions(callers.tenantId(), Uuids.parse(id)).stream().map(PlanPackage.Version::of)
                .toList();
    }

    @GET
    @Path("{id}/stats")
    @Operation(summary = "Subscriptions and revenue of a package")
    public Report report(@PathParam("id") String id) {
        var tenant = callers.tenantId();
        var plan = catalogue.plan(tenant, Uuids.parse(id));
        var counts = statistics.plan(tenant, plan.id());
        return new Report(PlanPackage.of(plan),
                new Statistics(counts.total(), counts.active(), revenue.ofPlan(tenant, plan.id()).major()));
    }

    /** A package and how it does. */
    public record Report(@JsonProperty("package") PlanPackage subject, Statistics stats) {
    }

    /** {@code totalRevenue} in major units of the tenant's currency. */
    public record Statistics(long totalSubscriptions, long activeSubscriptions, BigDecimal totalRevenue) {
    }
}

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Extension packages. */
@Path("admin/packages/extensions")
@Tag(name = "Administration: packages")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExtensionPackagesResource extends PackageRoutes {
    @Inject
    PackageStatistics statistics;
    @Inject
    Revenue revenue;

    @GET
    @Operation(summary = "Packages, those off sale too when asked for")
    public Response all(@QueryParam("includeInactive") String includeInactive, @QueryParam("page") String page,
                        @QueryParam("limit") String limit) {
        return listed(catalogue.extensions(callers.tenantId(), inactiveToo(includeInactive)),
                ExtensionPackageView::of, page, limit);
    }

    @POST
    @Operation(summary = "Put a new package on sale")
    public Response create(ExtensionPackageView.Draft body) {
        var draft = input.check(body).toExtensionDraft();
        return created(ExtensionPackageView.of(packages.createExtension(callers.tenantId(), draft)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One package")
    public ExtensionPackageView one(@PathParam("id") String id) {
        return ExtensionPackageView.of(catalogue.extension(callers.tenantId(), Uuids.parse(id)));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change what is given, leave the rest")
    public ExtensionPackageView change(@PathParam("id") String id, ExtensionPackageView.Draft body) {
        var draft = input.check(body).toExtensionDraft();
        return ExtensionPackageView.of(packages.changeExtension(callers.tenantId(), Uuids.parse(id), draft));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Take a package off sale")
    public void retire(@PathParam("id") String id) {
        packages.retireExtension(callers.tenantId(), Uuids.parse(id));
    }

    @GET
    @Path("{id}/stats")
    @Operation(summary = "Purchases and revenue of a package")
    public Report report(@PathParam("id") String id) {
        var tenant = callers.tenantId();
        var extension = catalogue.extension(tenant, Uuids.parse(id));
        var sold = statistics.extension(tenant, extension.id());
        return new Report(ExtensionPackageView.of(extension),
                new Statistics(sold.purchases(), revenue.ofExtension(tenant, extension.id()).major(), sold.calls()));
    }

    /** A package and how it does. */
    public record Report(@JsonProperty("package") ExtensionPackageView subject, Statistics stats) {
    }

    /** {@code totalRevenue} in major units of the tenant's currency. */
    public record Statistics(long totalPurchases, BigDecimal totalRevenue, long totalCallsSold) {
    }
}

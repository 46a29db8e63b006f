package io.weir.webrest.admin;

import io.weir.billing.api.Revenue;
import io.weir.kernel.api.TenantId;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.PackageStatistics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that is sold, at a glance. */
@Path("admin/packages/overview")
@Tag(name = "Administration: packages")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {
    @Inject
    Callers callers;
    @Inject
    Catalogue catalogue;
    @Inject
    PackageStatistics statistics;
    @Inject
    Revenue revenue;

    @GET
    @Operation(summary = "Packages, use and revenue")
    public Overview overview() {
        var tenant = callers.tenantId();
        var plans = catalogue.plans(tenant, true).stream().map(PlanPackage::of).toList();
        var extensions = catalogue.extensions(tenant, true).stream().map(ExtensionPackageView::of).toList();
        return new Overview(
                new Shelf<>(plans.size(), plans.stream().filter(PlanPackage::isActive).count(), plans),
                new Shelf<>(extensions.size(), extensions.stream().filter(ExtensionPackageView::isActive).count(),
                        extensions),
                usage(tenant), revenue(tenant));
    }

    private Usage usage(TenantId tenant) {
        var counts = statistics.plans(tenant);
        return new Usage(counts.total(), counts.active(), statistics.extensions(tenant).purchases());
    }

    private Takings revenue(TenantId tenant) {
        var ofPlans = revenue.ofAllPlans(tenant);
        var ofExtensions = revenue.ofAllExtensions(tenant);
        return new Takings(ofPlans.major(), ofExtensions.major(), ofPlans.plus(ofExtensions).major());
    }

    /** Seed B's overview. */
    public record Overview(Shelf<PlanPackage> subscriptionPackages, Shelf<ExtensionPackageView> extensionPackages,
                           Usage usage, Takings revenue) {
    }

    /** All packages of one kind. */
    public record Shelf<T>(long total, long active, List<T> packages) {
    }

    /** Subscriptions of paid plans, and extensions sold. */
    public record Usage(long totalSubscriptions, long activeSubscriptions, long totalExtensionPurchases) {
    }

    /** In major units of the tenant's currency. */
    public record Takings(BigDecimal subscriptions, BigDecimal extensions, BigDecimal total) {
    }
}

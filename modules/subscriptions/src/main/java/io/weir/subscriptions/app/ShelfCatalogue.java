package io.weir.subscriptions.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PlanVersion;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredCredits;
import io.weir.subscriptions.domain.StoredExtension;
import io.weir.subscriptions.domain.StoredPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the catalogue as it stands on the shelf. */
@ApplicationScoped
@Transactional
@TenantScoped
public class ShelfCatalogue implements Catalogue {
    private Shelf shelf;

    protected ShelfCatalogue() {
    }

    @Inject
    public ShelfCatalogue(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public List<Plan> plans(TenantId tenant, boolean includeInactive) {
        return shelf.plans().stream().filter(p -> includeInactive || p.active()).map(StoredPlan::toPlan).toList();
    }

    @Override
    public Plan plan(TenantId tenant, UUID plan) {
        return row(plan).toPlan();
    }

    @Override
    public Plan planVersion(TenantId tenant, UUID plan, int version) {
        return shelf.version(plan, version).orElseThrow(() -> Refusal.notFound("PLAN_NOT_FOUND").asException())
                .toVersion(row(plan)).plan();
    }

    @Override
    public List<PlanVersion> planVersions(TenantId tenant, UUID plan) {
        var row = row(plan);
        return shelf.versions(plan).stream().map(version -> version.toVersion(row)).toList();
    }

    private StoredPlan row(UUID plan) {
        return shelf.plan(plan).orElseThrow(() -> Refusal.notFound("PLAN_NOT_FOUND").asException());
    }

    @Override
    public Optional<Plan> planBySlug(TenantId tenant, String slug) {
        return shelf.planBySlug(slug).map(StoredPlan::toPlan);
    }

    @Override
    public List<ExtensionPackage> extensions(TenantId tenant, boolean includeInactive) {
        return shelf.extensions().stream().filter(e -> includeInactive || e.active())
                .map(StoredExtension::toPackage).toList();
    }

    @Override
    public ExtensionPackage extension(TenantId tenant, UUID extension) {
        return shelf.extension(extension)
                .orElseThrow(() -> Refusal.notFound("EXTENSION_NOT_FOUND").asException()).toPackage();
    }

    @Override
    public List<CreditPackage> creditPackages(TenantId tenant, boolean includeInactive) {
        return shelf.credits().stream().filter(c -> includeInactive || c.active()).map(StoredCredits::toPackage)
                .toList();
    }

    @Override
    public CreditPackage creditPackage(TenantId tenant, UUID creditPackage) {
        return shelf.credits(creditPackage)
                .orElseThrow(() -> Refusal.notFound("CREDIT_PACKAGE_NOT_FOUND").asException()).toPackage();
    }
}

package io.weir.subscriptions.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.CatalogueDefinition;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Packages;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Adds what the shelf lacks and touches nothing that is there, retired or not: administrators may have changed it. */
@ApplicationScoped
@Transactional
@TenantScoped
public class AddsMissingPackages implements CatalogueDefinition {
    private Shelf shelf;
    private Packages packages;
    private FreePlans freePlans;

    protected AddsMissingPackages() {
    }

    @Inject
    public AddsMissingPackages(Shelf shelf, Packages packages, FreePlans freePlans) {
        this.shelf = shelf;
        this.packages = packages;
        this.freePlans = freePlans;
    }

    @Override
    public void define(TenantId tenant, List<PlanDraft> plans, List<ExtensionDraft> extensions,
                       List<CreditDraft> credits) {
        plans.stream().filter(this::isMissing).forEach(draft -> packages.createPlan(tenant, draft));
        extensions.stream().filter(draft -> shelf.extensionByName(draft.name()).isEmpty())
                .forEach(draft -> packages.createExtension(tenant, draft));
        credits.stream().filter(draft -> shelf.creditsByName(draft.name()).isEmpty())
                .forEach(draft -> packages.createCredits(tenant, draft));
        freePlans.giveWhereMissing(tenant);
    }

    /** An administrator's plan of the same name stands in for the file's. */
    private boolean isMissing(PlanDraft draft) {
        if (draft.name() == null) {
            return true;
        }
        var slug = draft.slug() == null ? Slugs.of(draft.name()) : draft.slug();
        return shelf.planBySlug(slug).isEmpty() && shelf.planByName(draft.name()).isEmpty();
    }
}

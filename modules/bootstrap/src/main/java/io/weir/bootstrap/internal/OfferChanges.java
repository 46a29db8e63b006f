package io.weir.bootstrap.internal;

import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Packages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Plans and packages by what a file knows them by. One that was off sale is on sale again when a file has it. */
@ApplicationScoped
public class OfferChanges {
    private static final PlanDraft OFF_SALE = new PlanDraft(null, null, null, null, null, null, null, null, null, null,
            null, null, null, false, null);
    @Inject
    private Catalogue catalogue;
    @Inject
    private Packages packages;

    void put(TenantId tenant, PlanDraft plan) {
        packages.definePlan(tenant, plan);
    }

    void put(TenantId tenant, ExtensionDraft extension) {
        extension(tenant, extension.name()).ifPresentOrElse(
                known -> packages.changeExtension(tenant, known.id(), extension),
                () -> packages.createExtension(tenant, extension));
    }

    void put(TenantId tenant, CreditDraft credits) {
        credits(tenant, credits.name()).ifPresentOrElse(
                known -> packages.changeCredits(tenant, known.id(), credits),
                () -> packages.createCredits(tenant, credits));
    }

    /** Who has it keeps it. */
    void takeOffPlan(TenantId tenant, String slug) {
        catalogue.planBySlug(tenant, slug).ifPresent(plan -> packages.changePlan(tenant, plan.id(), OFF_SALE));
    }

    /** One that has just got another spelling is no longer there under the old one. */
    void takeOffExtension(TenantId tenant, String name) {
        extension(tenant, name).filter(known -> known.name().equals(name))
                .ifPresent(known -> packages.retireExtension(tenant, known.id()));
    }

    void takeOffCredits(TenantId tenant, String name) {
        credits(tenant, name).filter(known -> known.name().equals(name))
                .ifPresent(known -> packages.retireCredits(tenant, known.id()));
    }

    private Optional<ExtensionPackage> extension(TenantId tenant, String name) {
        return catalogue.extensions(tenant, true).stream().filter(e -> e.name().equalsIgnoreCase(name)).findFirst();
    }

    private Optional<CreditPackage> credits(TenantId tenant, String name) {
        return catalogue.creditPackages(tenant, true).stream().filter(c -> c.name().equalsIgnoreCase(name))
                .findFirst();
    }
}

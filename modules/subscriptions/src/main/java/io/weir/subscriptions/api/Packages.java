package io.weir.subscriptions.api;

import io.weir.kernel.api.TenantId;
import java.util.UUID;

/**
 * Administration of what is sold. Refused: {@code VALIDATION_FAILED} (400) with the fields, {@code NAME_TAKEN} (409),
 * the 404s of
 * {@link Catalogue}, {@code SLUG_TAKEN} and {@code CONFLICT} (409). What would leave the tenant without its free plan
 * is
 * refused with {@code PLAN_FREE_REQUIRED} (400). A plan's slug stays. Running periods keep what they began with.
 * Audited.
 */
public interface Packages {
    Plan createPlan(TenantId tenant, PackageDrafts.PlanDraft draft);

    Plan changePlan(TenantId tenant, UUID plan, PackageDrafts.PlanDraft draft);

    /**
     * Makes the plan of that slug what the draft says and nothing else, or creates it: what the draft leaves out gets
     * its default. It is on sale then.
     */
    Plan definePlan(TenantId tenant, PackageDrafts.PlanDraft draft);

    /** Takes it off sale. Refused: {@code PACKAGE_IN_USE} (400) with the number of active subscriptions as argument. */
    void retirePlan(TenantId tenant, UUID plan);

    ExtensionPackage createExtension(TenantId tenant, PackageDrafts.ExtensionDraft draft);

    ExtensionPackage changeExtension(TenantId tenant, UUID extension, PackageDrafts.ExtensionDraft draft);

    void retireExtension(TenantId tenant, UUID extension);

    CreditPackage createCredits(TenantId tenant, PackageDrafts.CreditDraft draft);

    /** The meter stays. */
    CreditPackage changeCredits(TenantId tenant, UUID creditPackage, PackageDrafts.CreditDraft draft);

    void retireCredits(TenantId tenant, UUID creditPackage);
}

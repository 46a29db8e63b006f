package io.weir.subscriptions.api;

import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a tenant sells, to read. Unknown ids: {@code PLAN_NOT_FOUND}, {@code EXTENSION_NOT_FOUND}, {@code
 * CREDIT_PACKAGE_NOT_FOUND} (404).
 */
public interface Catalogue {
    /** Active ones by rank, unless all are wanted. */
    List<Plan> plans(TenantId tenant, boolean includeInactive);

    Plan plan(TenantId tenant, UUID plan);

    Optional<Plan> planBySlug(TenantId tenant, String slug);

    /** The plan as it was in that version, on sale or not. Refused: {@code PLAN_NOT_FOUND}. */
    Plan planVersion(TenantId tenant, UUID plan, int version);

    /** All it ever was, newest first. */
    List<PlanVersion> planVersions(TenantId tenant, UUID plan);

    /** Active ones by price, unless all are wanted. */
    List<ExtensionPackage> extensions(TenantId tenant, boolean includeInactive);

    ExtensionPackage extension(TenantId tenant, UUID extension);

    /** Active ones by price, unless all are wanted. */
    List<CreditPackage> creditPackages(TenantId tenant, boolean includeInactive);

    CreditPackage creditPackage(TenantId tenant, UUID creditPackage);
}

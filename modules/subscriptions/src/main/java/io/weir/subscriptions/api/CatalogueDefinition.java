package io.weir.subscriptions.api;

import io.weir.kernel.api.TenantId;
import java.util.List;

/**
 * Brings a tenant's catalogue to what its file says: adds what is missing by slug or name, and leaves alone what
 * administrators changed since.
 */
public interface CatalogueDefinition {
    void define(TenantId tenant, List<PackageDrafts.PlanDraft> plans, List<PackageDrafts.ExtensionDraft> extensions,
                List<PackageDrafts.CreditDraft> credits);
}

package io.weir.tenancy.api;

import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.Optional;

/** The tenants. Read often, changed rarely: answers come from memory, at most 5 s old on other nodes. */
public interface Tenants {
    Optional<Tenant> bySlug(String slug);

    /** @throws IllegalStateException when there is none */
    Tenant byId(TenantId id);

    List<Tenant> all();

    /**
     * Creates the tenant of that slug, or brings it to this definition; its id stays. One that its administrators have
     * changed ({@link TenantChanges}) is left alone. Refused: {@code VALIDATION_FAILED} for settings that no {@link
     * SettingRule} lets through, then nothing is changed.
     */
    Tenant define(TenantDefinition definition);

    /**
     * The tenant of a request that is not signed in: the host's first label, else the header's slug, else the
     * configured default. Unknown header: {@code TENANT_UNKNOWN} (404).
     */
    Tenant ofRequest(String host, Optional<String> header);
}

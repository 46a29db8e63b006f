package io.weir.tenancy.api;

import io.weir.kernel.api.TenantId;

/** Tenants as their administrators change them. A tenant that was changed once no longer follows its file. */
public interface TenantChanges {
    /**
     * As it is stored, and nobody else's to {@link #change} until the caller's transaction ends.
     * @throws IllegalStateException when there is none
     */
    Tenant lock(TenantId tenant);

    /** In the caller's transaction, audited. Its slug, and whether it is a sandbox, stay. */
    void change(TenantId tenant, TenantDefinition definition);

    /** Whether it was ever changed here: then no file counts for it. */
    boolean isEdited(TenantId tenant);
}

package io.weir.platform.api;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * An entity of one tenant. The ORM adds the tenant to every statement; the column is also mapped read-only, because
 * EclipseLink
 * would remove a row found by a bare reference without asking whose it is.
 */
@MappedSuperclass
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantBinding.PROPERTY)
public abstract class TenantOwned {
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private String tenantId;

    @PrePersist
    @PreUpdate
    @PreRemove
    void belongsToTheBoundTenant() {
        var bound = TenantBinding.require().toString();
        if (tenantId != null && !tenantId.equals(bound)) {
            throw new IllegalStateException(getClass().getSimpleName() + " of another tenant");
        }
    }
}

package io.weir.subscriptions.app;

import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;

/** Closes what is due, tenant by tenant: one that fails does not keep the others waiting, but is told of in the end. */
@ApplicationScoped
public class DueSubscriptions {
    private Tenants tenants;
    private DueOfTenant ofTenant;

    protected DueSubscriptions() {
    }

    @Inject
    public DueSubscriptions(Tenants tenants, DueOfTenant ofTenant) {
        this.tenants = tenants;
        this.ofTenant = ofTenant;
    }

    public void close() {
        var failures = new ArrayList<RuntimeException>();
        for (var tenant : tenants.all()) {
            try {
                closeAll(tenant);
            } catch (RuntimeException e) {
                failures.add(new IllegalStateException("closing due subscriptions of tenant " + tenant.slug(), e));
            }
        }
        if (!failures.isEmpty()) {
            var first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void closeAll(Tenant tenant) {
        boolean more = true;
        while (more) {
            more = ofTenant.closeSome(tenant.id());
        }
    }
}

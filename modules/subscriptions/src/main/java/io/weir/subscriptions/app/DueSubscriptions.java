package io.weir.subscriptions.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.SetAside;
import io.weir.platform.api.Turns;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Closes what is due, tenant by tenant and page by page: one that fails does not keep the others waiting, but is told
 * of in the end; an account that fails is put aside.
 */
@ApplicationScoped
public class DueSubscriptions {
    private static final String JOB = "subscriptions.close-due";
    private static final Duration TURN = Duration.ofSeconds(10);
    private final Turns<Tenant> turns = new Turns<>(TURN);
    private Tenants tenants;
    private DueOfTenant ofTenant;
    private SetAside aside;

    protected DueSubscriptions() {
    }

    @Inject
    public DueSubscriptions(Tenants tenants, DueOfTenant ofTenant, SetAside aside) {
        this.tenants = tenants;
        this.ofTenant = ofTenant;
        this.aside = aside;
    }

    public boolean close(Duration atMost) {
        var failures = new ArrayList<RuntimeException>();
        boolean done = turns.each(tenants.all(), atMost, (tenant, goOn) -> {
            try {
                return close(tenant.id(), goOn);
            } catch (RuntimeException e) {
                failures.add(new IllegalStateException("closing due subscriptions of tenant " + tenant.slug(), e));
                return true;
            }
        });
        if (!failures.isEmpty()) {
            var first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
        return done;
    }

    boolean close(TenantId tenant, BooleanSupplier goOn) {
        return aside.workOff(tenant, JOB, new SetAside.Pieces() {
            @Override
            public List<UUID> due(int most) {
                return ofTenant.accounts(tenant, most);
            }

            @Override
            public void work(List<UUID> page) {
                ofTenant.close(tenant, page);
            }
        }, goOn);
    }
}

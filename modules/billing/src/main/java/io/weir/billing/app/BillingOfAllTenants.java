package io.weir.billing.app;

import io.weir.billing.api.BillingUpkeep;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Turns;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Tenant by tenant: one that fails does not keep the others waiting, but is told of in the end. */
@ApplicationScoped
public class BillingOfAllTenants implements BillingUpkeep {
    private static final int PAGE = 200;
    private static final Duration TURN = Duration.ofSeconds(10);
    private final Turns<Tenant> turns = new Turns<>(TURN);
    private Tenants tenants;
    private Closing closing;
    private Orders orders;
    private Payments payments;
    private DunningRun dunning;

    protected BillingOfAllTenants() {
    }

    @Inject
    public BillingOfAllTenants(Tenants tenants, Closing closing, Orders orders, Payments payments,
            DunningRun dunning) {
        this.tenants = tenants;
        this.closing = closing;
        this.orders = orders;
        this.payments = payments;
        this.dunning = dunning;
    }

    @Override
    public boolean runDue(Duration atMost) {
        var failures = new Failures();
        boolean done = turns.each(tenants.all(), atMost, (tenant, goOn) ->
                failures.during("billing of tenant " + tenant.slug(), () -> closing.runDue(tenant.id(), goOn)));
        failures.tell("billing of some tenants");
        return done;
    }

    @Override
    public void dun() {
        eachTenant(dunning::run);
    }

    @Override
    public void dropForgotten() {
        eachTenant(this::dropForgotten);
    }

    private void dropForgotten(TenantId tenant) {
        var after = new UUID(0, 0);
        List<UUID> page;
        do {
            page = orders.forgotten(tenant, after, PAGE);
            page.stream().filter(order -> !isKnown(tenant, order)).forEach(order -> orders.drop(tenant, order));
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() >= PAGE);
    }

    private boolean isKnown(TenantId tenant, UUID order) {
        try {
            return payments.payment(tenant, new PaymentId(order)) != null;
        } catch (RefusedException unknown) {
            return false;
        }
    }

    private void eachTenant(Consumer<TenantId> work) {
        var failures = new Failures();
        tenants.all().forEach(tenant -> failures.during("billing of tenant " + tenant.slug(),
                () -> work.accept(tenant.id())));
        failures.tell("billing of some tenants");
    }
}

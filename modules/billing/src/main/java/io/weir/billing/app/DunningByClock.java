package io.weir.billing.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Unpaid invoices are gone after where a moved clock meets the moment for it. */
@ApplicationScoped
public class DunningByClock implements DueWork {
    @Inject
    DunningSteps steps;
    @Inject
    DunningRun dunning;

    @Override
    public Optional<Instant> nextDue(TenantId tenant, Instant after) {
        return steps.next(tenant, after);
    }

    @Override
    public void runDue(TenantId tenant) {
        dunning.run(tenant);
    }
}

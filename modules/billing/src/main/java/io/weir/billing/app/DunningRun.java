package io.weir.billing.app;

import io.weir.billing.app.DunningSteps.Attempt;
import io.weir.billing.app.DunningSteps.Done;
import io.weir.kernel.api.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Begins with what is open and does what is due, invoice by invoice: one that fails does not keep the others waiting,
 * and fails again the next time.
 */
@ApplicationScoped
public class DunningRun {
    private static final int PAGE = 100;
    private DunningSteps steps;
    private TriedMoney money;

    protected DunningRun() {
    }

    @Inject
    public DunningRun(DunningSteps steps, TriedMoney money) {
        this.steps = steps;
        this.money = money;
    }

    void run(TenantId tenant) {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = steps.beginSome(tenant);
        }
        var failures = new Failures();
        var after = new UUID(0, 0);
        List<UUID> page;
        do {
            page = steps.due(tenant, after, PAGE);
            page.forEach(invoice -> failures.during("invoice " + invoice, () -> goOn(tenant, invoice)));
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() >= PAGE && !Thread.currentThread().isInterrupted());
        failures.tell("dunning of tenant " + tenant);
    }

    private void goOn(TenantId tenant, UUID invoice) {
        Done done;
        do {
            done = steps.step(tenant, invoice);
            done.attempt().ifPresent(attempt -> attempt(tenant, attempt));
        } while (done.more());
    }

    void attempt(TenantId tenant, Attempt attempt) {
        steps.attempted(tenant, attempt, money.attempt(tenant, attempt));
    }

    /** Out of its turn. */
    void retry(TenantId tenant, UUID invoice) {
        steps.attempt(tenant, invoice).ifPresent(attempt -> attempt(tenant, attempt));
    }
}

package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.DueWork;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Agreements are charged, pending refunds decided and delayed notices sent where a moved clock meets them, and what is
 * told of it has been taken before the clock goes on. Tries that failed are repeated in real time.
 */
@ApplicationScoped
public class SandboxByClock implements DueWork {
    private static final int BATCH = 10;
    /** Refusals after which nobody waits for a notice any more. */
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    @Inject
    Tenants tenants;
    @Inject
    ClockRows rows;
    @Inject
    AgreementDesk agreements;
    @Inject
    RefundDesk refunds;
    @Inject
    NoticeDelivery delivery;
    @Inject
    Time time;

    @Override
    public Optional<Instant> nextDue(TenantId tenant, Instant after) {
        return rows.next(tenant, after);
    }

    @Override
    public void runDue(TenantId id) {
        var tenant = tenants.byId(id);
        boolean more = true;
        while (more) {
            more = agreements.chargeNext(tenant) || refunds.settleNext(id);
        }
        rows.hasten(id, time.now(id), time.now());
        deliver(id);
    }

    /** Another node may be at it; this one then waits for it. */
    private void deliver(TenantId tenant) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (rows.isUnderWay(tenant, TRIES) && System.nanoTime() < until) {
            if (delivery.deliverDue(BATCH) == 0) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }
}

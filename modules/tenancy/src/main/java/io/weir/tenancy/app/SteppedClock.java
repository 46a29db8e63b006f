package io.weir.tenancy.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.ClockJournal;
import io.weir.platform.api.Lease;
import io.weir.platform.api.TenantClocks;
import io.weir.platform.api.TenantClocks.Kept;
import io.weir.tenancy.api.Ahead;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import io.weir.tenancy.api.TestClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Moves clocks step by step, each step under a lease of the tenant's clock. Where a clock stands, and where it is
 * going, is in the database: a mover that dies is followed by whoever gets the lease next.
 */
@ApplicationScoped
public class SteppedClock implements TestClock {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** After a crash a clock stands for so long; a step that takes longer may be repeated by another node. */
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MOST = 1000;
    /** Of request threads at a time; a walk's notices need others of them. */
    private static final int WALKERS = 3;

    private final Semaphore walkers = new Semaphore(WALKERS);
    private Tenants tenants;
    private TenantClocks clocks;
    private ClockSteps steps;
    private ClockJournal journal;
    private Lease lease;
    private AuditLog audit;

    protected SteppedClock() {
    }

    @Inject
    public SteppedClock(Tenants tenants, TenantClocks clocks, ClockSteps steps, ClockJournal journal, Lease lease,
            AuditLog audit) {
        this.tenants = tenants;
        this.clocks = clocks;
        this.steps = steps;
        this.journal = journal;
        this.lease = lease;
        this.audit = audit;
    }

    @Override
    public Reading read(TenantId tenant) {
        return reading(tenants.byId(tenant), clocks.kept(tenant));
    }

    private Reading reading(Tenant tenant, Kept kept) {
        var applied = kept.before().map(before -> journal.since(tenant.id(), before, MOST)).orElse(List.of());
        return new Reading(kept.now(), kept.ahead(), tenant.sandbox(), kept.before(), kept.target(), applied);
    }

    @Override
    public Reading advance(TenantId id, Ahead ahead) {
        var tenant = tenants.byId(id);
        if (!tenant.sandbox()) {
            throw Refusal.forbidden("CLOCK_SANDBOX_ONLY").asException();
        }
        depart(tenant, ahead);
        long until = System.nanoTime() + PATIENCE.toNanos();
        if (walkers.tryAcquire()) {
            try {
                walk(id, until);
            } finally {
                walkers.release();
            }
        }
        return read(id);
    }

    /** Asked for the same target again, it just goes on. */
    private void depart(Tenant tenant, Ahead ahead) {
        var kept = clocks.kept(tenant.id());
        if (kept.target().isPresent() && kept.target().equals(ahead.to())) {
            return;
        }
        var target = ahead.from(kept.now(), tenant.zone());
        if (kept.target().isPresent() || !departAlone(tenant.id(), target)) {
            throw onItsWay(tenant.id(), target);
        }
        audit.record(tenant.id(), "clock.advanced", "clock", Map.of("now", kept.now()), Map.of("now", target));
    }

    /**
     * Under the lease, because nobody may step on before every node knows that the clock stands. Whoever made the last
     * step has arrived a moment before it gives the lease back: that is waited for.
     */
    private boolean departAlone(TenantId tenant, Instant target) {
        var departed = new AtomicBoolean();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!lease.tryRun(job(tenant), LEASE, () -> departed.set(clocks.depart(tenant, target)))) {
            if (clocks.kept(tenant).target().isPresent() || System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return departed.get();
    }

    private static String job(TenantId tenant) {
        return "clock/" + tenant;
    }

    private RuntimeException onItsWay(TenantId tenant, Instant wanted) {
        var going = clocks.kept(tenant).target().orElse(wanted);
        return Refusal.conflict("CLOCK_ON_ITS_WAY", going).with("target", going.toString()).asException();
    }

    @Override
    public void carryOn() {
        clocks.onTheirWay().forEach(tenant -> walk(tenant, System.nanoTime() + PATIENCE.toNanos()));
    }

    private void walk(TenantId tenant, long until) {
        while (clocks.kept(tenant).target().isPresent() && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            if (!lease.tryRun(job(tenant), LEASE, () -> steps.next(tenant))) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }
}

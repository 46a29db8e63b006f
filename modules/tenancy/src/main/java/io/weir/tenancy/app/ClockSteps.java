package io.weir.tenancy.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.DueWork;
import io.weir.platform.api.OutboxBacklog;
import io.weir.platform.api.TenantClocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One step of a clock: does what is due where it stands, and what comes of that, until nothing does any more, and
 * then goes on to the next moment at which something is due, or arrives.
 */
@ApplicationScoped
public class ClockSteps {
    private static final Logger LOG = Logger.getLogger(ClockSteps.class.getName());
    /** For the events of one round; what has not been delivered by then is delivered later, at a later date. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /** Work that finds new work each time it is run does not hold up a clock. */
    private static final int ROUNDS = 10;
    private final TenantClocks clocks;
    private final OutboxBacklog outbox;
    private final Iterable<DueWork> works;

    protected ClockSteps() {
        this(null, null, (Iterable<DueWork>) null);
    }

    @Inject
    public ClockSteps(TenantClocks clocks, OutboxBacklog outbox, @Any Instance<DueWork> works) {
        this(clocks, outbox, (Iterable<DueWork>) works);
    }

    ClockSteps(TenantClocks clocks, OutboxBacklog outbox, Iterable<DueWork> works) {
        this.clocks = clocks;
        this.outbox = outbox;
        this.works = works;
    }

    /** Nothing when the clock is not on its way. */
    public void next(TenantId tenant) {
        var kept = clocks.kept(tenant);
        kept.target().ifPresent(target -> {
            doAllDue(tenant);
            var due = nextDue(tenant, kept.now()).filter(at -> !at.isAfter(target));
            if (due.isEmpty()) {
                clocks.arrive(tenant, kept.now());
            } else {
                clocks.step(tenant, kept.now(), due.get());
            }
        });
    }

    /** Again after what came of it: an event may make something else due at the same moment. */
    private void doAllDue(TenantId tenant) {
        boolean more = true;
        for (int round = 0; round < ROUNDS && more; round++) {
            all().forEach(work -> run(work, tenant));
            more = awaitDelivery(tenant) || round == 0;
        }
    }

    /** One that fails is tried again by its own timer, as it is when time passes by itself. */
    private static void run(DueWork work, TenantId tenant) {
        try {
            work.runDue(tenant);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "due work of tenant " + tenant + " failed while its clock was moved");
        }
    }

    /** @return whether there was anything to wait for */
    private boolean awaitDelivery(TenantId tenant) {
        if (outbox.isWorkedOff(tenant)) {
            return false;
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!outbox.isWorkedOff(tenant) && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    private Optional<Instant> nextDue(TenantId tenant, Instant after) {
        return all().map(work -> work.nextDue(tenant, after)).flatMap(Optional::stream)
                .filter(due -> due.isAfter(after)).min(Instant::compareTo);
    }

    private Stream<DueWork> all() {
        return StreamSupport.stream(works.spliterator(), false);
    }
}

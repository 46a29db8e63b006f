package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantClocks;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Changes the row and waits for as long as a node may go by what it read before. */
@ApplicationScoped
public class SeenTenantClocks implements TenantClocks {
    /** For whoever read it just before and has not used it yet. */
    private static final Duration MARGIN = Duration.ofMillis(100);
    private final ClockRows rows;
    private final ClockReadings readings;
    private final JdbcClockJournal journal;
    private final Time time;

    protected SeenTenantClocks() {
        this(null, null, null, null);
    }

    @Inject
    public SeenTenantClocks(ClockRows rows, ClockReadings readings, JdbcClockJournal journal, Time time) {
        this.rows = rows;
        this.readings = readings;
        this.journal = journal;
        this.time = time;
    }

    @Override
    public Kept kept(TenantId tenant) {
        return rows.kept(tenant, time.now());
    }

    /**
     * It stops where it will be when every node knows: a node that still goes by the running clock then never was ahead
     * of where it stands, unless the target is nearer than that.
     */
    @Override
    public boolean depart(TenantId tenant, Instant target) {
        var kept = kept(tenant);
        if (kept.target().isPresent() || !target.isAfter(kept.now())) {
            return false;
        }
        journal.forgetOld(tenant);
        var known = kept.now().plus(ClockReadings.STALE_AFTER).plus(MARGIN);
        return seen(rows.depart(tenant, kept, known.isBefore(target) ? known : target, target),
                ClockReadings.STALE_AFTER);
    }

    @Override
    public boolean step(TenantId tenant, Instant from, Instant to) {
        return seen(rows.step(tenant, from, to), ClockReadings.STALE_ON_THE_WAY);
    }

    @Override
    public boolean arrive(TenantId tenant, Instant from) {
        var target = kept(tenant).target();
        return target.isPresent() && seen(rows.arrive(tenant, from, target.get(), time.now()),
                ClockReadings.STALE_ON_THE_WAY);
    }

    @Override
    public Set<TenantId> onTheirWay() {
        return readings.all().entrySet().stream().filter(clock -> clock.getValue().isStanding())
                .map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isMoved(TenantId tenant) {
        var reading = readings.of(tenant);
        return reading.isStanding() || !reading.ahead().isZero();
    }

    private static boolean seen(boolean changed, Duration within) {
        if (changed) {
            long until = System.nanoTime() + within.plus(MARGIN).toNanos();
            for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
        return changed;
    }
}

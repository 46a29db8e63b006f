package io.weir.metering.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageUpkeep.Recomputed;
import io.weir.metering.domain.AccountDay;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Retention;
import io.weir.metering.domain.Stretch;
import io.weir.metering.store.RollupSnapshots;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Proves an account's rollups, a few of its busy hours at a time, and its sums, and mends the hours and days that are
 * wrong, each in a transaction of its own.
 */
@ApplicationScoped
public class Recomputation {
    /** Bounds the memory, and how long a snapshot is kept open. */
    private static final Duration STEP = Duration.ofHours(6);
    private static final Duration HOUR = Duration.ofHours(1);
    private final Meters meters;
    private final Tenants tenants;
    private final Time time;
    private final RollupSnapshots snapshots;
    private final Mending mending;

    protected Recomputation() {
        this(null, null, null, null, null);
    }

    @Inject
    public Recomputation(Meters meters, Tenants tenants, Time time, RollupSnapshots snapshots, Mending mending) {
        this.meters = meters;
        this.tenants = tenants;
        this.time = time;
        this.snapshots = snapshots;
        this.mending = mending;
    }

    Recomputed run(TenantId tenant, Optional<AccountId> account, Stretch asked, boolean mend) {
        var now = time.now(tenant);
        var rolledUp = wholeHours(asked, Instant.MIN, now);
        if (rolledUp.isEmpty()) {
            return new Recomputed(0, 0, 0, false);
        }
        var kept = rolledUp.since(keptSince(tenant));
        var names = meters.of(tenant).stream().map(meter -> meter.key().value()).toList();
        var accounts = account.map(List::of).orElseGet(() -> snapshots.accounts(tenant, rolledUp));
        var run = new Run(names, mend);
        for (var each : accounts) {
            run.prove(new Holder(tenant, each), kept);
            run.proveSums(new Holder(tenant, each), rolledUp);
        }
        return new Recomputed(accounts.size(), run.rows, run.differing, run.anyMended);
    }

    /** Not what its retention says alone: that may have been a shorter one, and what was forgotten then is gone. */
    private Instant keptSince(TenantId tenant) {
        var cutoff = Retention.of(tenants.byId(tenant).setting(Retention.SETTING)).cutoff(time.now(tenant));
        return snapshots.forgottenBefore(tenant).filter(cutoff::isBefore).orElse(cutoff);
    }

    /**
     * Every hour that the span touches, from the oldest usage that is kept to the hour after the current one: an event
     * may be a few minutes ahead.
     */
    static Stretch wholeHours(Stretch asked, Instant cutoff, Instant now) {
        var from = asked.from().truncatedTo(ChronoUnit.HOURS);
        var until = asked.until().truncatedTo(ChronoUnit.HOURS);
        var end = until.isBefore(asked.until()) ? until.plus(HOUR) : until;
        var last = now.truncatedTo(ChronoUnit.HOURS).plus(HOUR).plus(HOUR);
        return new Stretch(from, end).since(cutoff).before(last);
    }

    private final class Run {
        private final List<String> meters;
        private final boolean mend;
        private long rows;
        private long differing;
        private boolean anyMended;

        Run(List<String> meters, boolean mend) {
            this.meters = meters;
            this.mend = mend;
        }

        void prove(Holder holder, Stretch span) {
            var ahead = span;
            while (!ahead.isEmpty()) {
                var busy = snapshots.firstBusyHour(holder, meters, ahead);
                if (busy.isEmpty()) {
                    return;
                }
                var step = ahead.since(busy.get()).before(busy.get().plus(STEP));
                proveStep(holder, step);
                ahead = ahead.since(step.until());
            }
        }

        private void proveStep(Holder holder, Stretch hours) {
            var difference = snapshots.difference(holder, meters, hours);
            rows += difference.compared();
            differing += difference.size();
            if (mend) {
                difference.when().forEach(hour -> anyMended |= mending.mendHour(holder, meters, hour));
            }
        }

        /** Rollups outlive their usage, so this is for all of them. Day by day, which bounds the memory. */
        void proveSums(Holder holder, Stretch span) {
            var ahead = span;
            while (!ahead.isEmpty()) {
                var busy = snapshots.firstSummedHour(holder, ahead);
                if (busy.isEmpty()) {
                    return;
                }
                var day = AccountDay.of(holder.account(), busy.get());
                proveDay(holder, day);
                ahead = ahead.since(day.time().until());
            }
        }

        private void proveDay(Holder holder, AccountDay day) {
            var difference = snapshots.sumDifference(holder, day.time());
            rows += difference.compared();
            differing += difference.differing();
            if (mend && difference.differing() > 0) {
                mending.mendDay(holder.tenant(), day, difference.differing());
                anyMended = true;
            }
        }
    }
}

package io.weir.metering.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.store.ClosedHours;
import io.weir.metering.store.SummedDays;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Closes hours that are over, and sums up what is due, a transaction for each day of an account. */
@ApplicationScoped
public class SummingUp {
    /** Of a tenant in one run. They only cost more than a glance when there is usage of years to be summed up. */
    private static final int DAYS_TO_CLOSE = 31;
    private final Tenants tenants;
    private final Time time;
    private final ClosedHours closed;
    private final SummedDays days;

    protected SummingUp() {
        this(null, null, null, null);
    }

    @Inject
    public SummingUp(Tenants tenants, Time time, ClosedHours closed, SummedDays days) {
        this.tenants = tenants;
        this.time = time;
        this.closed = closed;
        this.days = days;
    }

    /**
     * Each tenant has its share, so that none waits for another's backlog; a day that cannot be summed up stays due,
     * and others do not wait for it.
     */
    int run(int atMost) {
        var all = tenants.all();
        int share = Math.max(1, atMost / Math.max(1, all.size()));
        var failures = new ArrayList<RuntimeException>();
        int done = 0;
        for (var tenant : all) {
            close(tenant.id());
            done += sumUp(tenant.id(), share, failures);
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return done;
    }

    private void close(TenantId tenant) {
        boolean isMore = true;
        for (int closedDays = 0; isMore && closedDays < DAYS_TO_CLOSE; closedDays++) {
            isMore = closed.closeNext(tenant, time.now(tenant).truncatedTo(ChronoUnit.HOURS), time.now());
        }
    }

    private int sumUp(TenantId tenant, int atMost, List<RuntimeException> failures) {
        var due = days.due(tenant, time.now(), atMost);
        for (var day : due) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            try {
                days.sumUp(tenant, day, time.now());
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        return due.size();
    }
}

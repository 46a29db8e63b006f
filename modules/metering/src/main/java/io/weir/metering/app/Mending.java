package io.weir.metering.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.AccountDay;
import io.weir.metering.domain.Holder;
import io.weir.metering.store.MendedHours;
import io.weir.metering.store.SummedDays;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;

/** Mends rollups from usage, and sums from rollups. */
@ApplicationScoped
public class Mending {
    private final MendedHours hours;
    private final SummedDays days;
    private final Time time;

    protected Mending() {
        this(null, null, null);
    }

    @Inject
    public Mending(MendedHours hours, SummedDays days, Time time) {
        this.hours = hours;
        this.days = days;
        this.time = time;
    }

    /** Answers whether anything was mended; if so, its sums are again those of the rollups. */
    boolean mendHour(Holder holder, Collection<String> meters, Instant hour) {
        if (!hours.mend(holder.tenant(), holder.account(), meters, hour)) {
            return false;
        }
        days.sumUp(holder.tenant(), AccountDay.of(holder.account(), hour), time.now());
        return true;
    }

    void mendDay(TenantId tenant, AccountDay day, long differing) {
        days.mend(tenant, day, differing, time.now());
    }
}

package io.weir.metering.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.ReservationExpiry;
import io.weir.metering.api.UsageAlerts;
import io.weir.metering.store.ClockMoments;
import io.weir.platform.api.ClockJournal;
import io.weir.platform.api.DueWork;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Reservations run out where a moved clock meets their end, and alerts raised so far are told before it goes on. */
@ApplicationScoped
public class MeteringByClock implements DueWork {
    private static final int BATCH = 100;

    @Inject
    ClockMoments moments;
    @Inject
    ReservationExpiry reservations;
    @Inject
    UsageAlerts alerts;
    @Inject
    ClockJournal journal;
    @Inject
    Time time;

    @Override
    public Optional<Instant> nextDue(TenantId tenant, Instant after) {
        return moments.next(tenant, after);
    }

    @Override
    public void runDue(TenantId tenant) {
        var now = time.now(tenant);
        moments.hasten(tenant, now, time.now());
        inBatches(reservations::expireDue);
        inBatches(alerts::publishDue);
        moments.endedAt(tenant, now).forEach(ended -> journal.note(tenant, Optional.of(ended.account()),
                "allowance.ended", "allowance/" + ended.allowance()));
    }

    private static void inBatches(IntUnaryOperator work) {
        int done = BATCH;
        while (done >= BATCH) {
            done = work.applyAsInt(BATCH);
        }
    }
}

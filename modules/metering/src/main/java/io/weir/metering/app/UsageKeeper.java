package io.weir.metering.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.UsageUpkeep;
import io.weir.metering.domain.Stretch;
import io.weir.metering.store.EndedReservations;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Each verb opens the transactions that it needs, many short ones. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class UsageKeeper implements UsageUpkeep {
    /** A settlement that is repeated is answered for so long after the reservation would have expired. */
    private static final Duration REPEATABLE = Duration.ofDays(7);
    private final Forgetting forgetting;
    private final EndedReservations ended;
    private final SummingUp summing;
    private final Recomputation recomputation;
    private final Time time;

    protected UsageKeeper() {
        this(null, null, null, null, null);
    }

    @Inject
    public UsageKeeper(Forgetting forgetting, EndedReservations ended, SummingUp summing,
            Recomputation recomputation, Time time) {
        this.forgetting = forgetting;
        this.ended = ended;
        this.summing = summing;
        this.recomputation = recomputation;
        this.time = time;
    }

    @Override
    public void layPartitions() {
        forgetting.layPartitions();
    }

    @Override
    public int forgetOld(int atMost) {
        return forgetting.forgetOld(atMost);
    }

    @Override
    public int forgetSettled(int atMost) {
        var before = time.now().minus(REPEATABLE);
        int reservations = ended.delete(before, atMost);
        return reservations + ended.deleteFlushers(before, atMost - reservations);
    }

    @Override
    public int sumUp(int atMost) {
        return summing.run(atMost);
    }

    @Override
    @TenantScoped
    public Recomputed recompute(TenantId tenant, Optional<AccountId> account, Instant from, Instant until,
            boolean mend) {
        return recomputation.run(tenant, account, new Stretch(from, until), mend);
    }
}

package io.weir.metering.domain;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Actual;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Demand;
import io.weir.metering.api.Meter.LateEvents;
import io.weir.metering.api.UsageEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One thing that a batch is asked to do. */
public sealed interface Ask {
    Holder holder();

    /** The reservation that it is about; absent when there is none yet. */
    default Optional<UUID> about() {
        return Optional.empty();
    }

    /** At which credential epoch its caller was verified; {@code Long.MAX_VALUE} when that does not matter. */
    default long verifiedAt() {
        return Long.MAX_VALUE;
    }

    private static Holder holderOf(Demand demand) {
        return new Holder(demand.tenant(), demand.account());
    }

    /** Reserve and commit in one step. */
    record Charge(Holder holder, Demand demand, CallFacts facts) implements Ask {
        public Charge(Demand demand, CallFacts facts) {
            this(holderOf(demand), demand, facts);
        }

        @Override
        public long verifiedAt() {
            return demand.credentialEpoch();
        }
    }

    /** Hold units. */
    record Reserve(Holder holder, Demand demand) implements Ask {
        public Reserve(Demand demand) {
            this(holderOf(demand), demand);
        }

        @Override
        public long verifiedAt() {
            return demand.credentialEpoch();
        }
    }

    /**
     * Turn a reservation into usage. Never stale: the work is done, and must be counted whoever's key was revoked
     * meanwhile.
     */
    record Settle(Holder holder, UUID reservation, Actual actual, CallFacts facts) implements Ask {
        @Override
        public Optional<UUID> about() {
            return Optional.of(reservation);
        }
    }

    /** Give a reservation back. */
    record Release(Holder holder, UUID reservation) implements Ask {
        @Override
        public Optional<UUID> about() {
            return Optional.of(reservation);
        }
    }

    /** Give a reservation back because its time has run out. */
    record Expire(Holder holder, UUID reservation) implements Ask {
        @Override
        public Optional<UUID> about() {
            return Optional.of(reservation);
        }
    }

    /** Count what was used already. {@code oldest} is since when the tenant keeps usage. */
    record Report(Holder holder, UsageEvent event, EventKey key, LateEvents late, Instant oldest, long verifiedAt)
            implements Ask {
        public Report(TenantId tenant, UsageEvent event, LateEvents late, Instant oldest, long verifiedAt) {
            this(new Holder(tenant, event.account()), event, EventKey.of(event.source(), event.id()), late, oldest,
                    verifiedAt);
        }

        /** Since when allowances that have ended are open to it; absent when those that run are all it may use. */
        Optional<Instant> reopens() {
            return late == LateEvents.NEXT_PERIOD ? Optional.empty()
                    : Optional.of(event.time().isBefore(oldest) ? oldest : event.time());
        }
    }
}

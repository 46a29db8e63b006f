package io.weir.metering.domain;

import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Demand;
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
    record Commit(Holder holder, UUID reservation, long quantity, CallFacts facts) implements Ask {
        public Commit(Demand demand, UUID reservation, CallFacts facts) {
            this(holderOf(demand), reservation, demand.quantity(), facts);
        }

        @Override
        public Optional<UUID> about() {
            return Optional.of(reservation);
        }
    }

    /** Give a reservation back. */
    record Release(Holder holder, UUID reservation) implements Ask {
        public Release(Demand demand, UUID reservation) {
            this(holderOf(demand), reservation);
        }

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
}

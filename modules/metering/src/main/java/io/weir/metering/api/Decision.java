package io.weir.metering.api;

import io.weir.kernel.api.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The gate's answer, already durable. */
public sealed interface Decision {
    /**
     * {@code id} is the first usage's (charge) or the reservation's (reserve). One line for each meter that was charged
     * or held, in the order of the demand; meters wanted only where metered are missing where they are not.
     */
    record Admitted(UUID id, List<Line> lines, Optional<Instant> expiresAt) implements Decision {
        public Admitted {
            lines = List.copyOf(lines);
        }

        public Line first() {
            return lines.get(0);
        }
    }

    /**
     * One meter: what was charged or held of it, and how all its open allowances stand now. {@code until} is when the
     * last of them that ends does.
     */
    record Line(MeterKey meter, long quantity, long remaining, long granted, Optional<Instant> until) {
    }

    /**
     * Not enough left: used and limit of all open allowances of the meter, and when the last of them that ends does.
     */
    record Exhausted(MeterKey meter, long used, long limit, Optional<Instant> expiresAt) implements Decision {
        /**
         * {@code QUOTA_EXCEEDED} (429) with currentUsage, limit, suggestion and expiresAt, as seed clients read them.
         */
        public Refusal asRefusal() {
            var refusal = Refusal.of(Refusal.Kind.LIMITED, "QUOTA_EXCEEDED").with("currentUsage", used).with("limit",
                    limit);
            return expiresAt.map(t -> refusal.with("expiresAt", t)).orElse(refusal);
        }
    }

    /** The account's own spend cap stands in the way: what was spent of it this month, and when it starts over. */
    record Capped(MeterKey meter, long spent, long cap, Instant resetsAt) implements Decision {
        /** {@code SPEND_CAP_REACHED} (429) with currentUsage, limit and expiresAt. */
        public Refusal asRefusal() {
            return Refusal.of(Refusal.Kind.LIMITED, "SPEND_CAP_REACHED").with("currentUsage", spent).with("limit", cap)
                    .with("expiresAt", resetsAt);
        }
    }

    /**
     * Some credential was revoked since the caller was verified: verify again, then ask again. Nothing was admitted.
     */
    record Stale() implements Decision {
    }
}

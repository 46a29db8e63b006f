package io.weir.metering.api;

import io.weir.kernel.api.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The gate's answer, already durable. */
public sealed interface Decision {
    /**
     * {@code id} is the usage's (charge) or the reservation's (reserve); {@code remaining} counts all open allowances
     * of the meter.
     */
    record Admitted(UUID id, MeterKey meter, long quantity, long remaining,
            Optional<Instant> expiresAt) implements Decision {
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

    /**
     * Some credential was revoked since the caller was verified: verify again, then ask again. Nothing was admitted.
     */
    record Stale() implements Decision {
    }
}

package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import java.time.Duration;

/**
 * Who wants how many of the meter's smallest units. {@code credentialEpoch} is what the caller was verified at: when
 * the database has a newer one the
 * answer is {@link Decision.Stale}, and the door verifies the caller again and asks again.
 */
public record Demand(TenantId tenant, AccountId account, MeterKey meter, long quantity, long credentialEpoch,
        Duration holdFor) {
    /** More than this in one call is a mistake, and keeps every sum far from overflow. */
    public static final long MOST = 1_000_000_000_000L;

    public Demand {
        if (quantity < 1 || quantity > MOST) {
            throw Refusal.invalidField("quantity", "OUT_OF_RANGE").asException();
        }
    }
}

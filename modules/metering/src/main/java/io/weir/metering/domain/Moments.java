package io.weir.metering.domain;

import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Map;

/** The time of a batch: the wall clock, and each of its tenants' own. */
public record Moments(Instant wall, Map<TenantId, Instant> tenants) {
    public Moments {
        tenants = Map.copyOf(tenants);
    }

    public Instant of(TenantId tenant) {
        return tenants.get(tenant);
    }
}

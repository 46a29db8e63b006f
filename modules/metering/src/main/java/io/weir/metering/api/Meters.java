package io.weir.metering.api;

import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.Optional;

/** What a tenant counts. */
public interface Meters {
    void define(TenantId tenant, Meter meter);

    List<Meter> of(TenantId tenant);

    /** From memory; may be 5 s behind another node. */
    Optional<Meter> find(TenantId tenant, MeterKey key);
}

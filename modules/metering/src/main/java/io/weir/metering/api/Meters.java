package io.weir.metering.api;

import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.Optional;

/** What a tenant counts. */
public interface Meters {
    /** As the catalogue says; leaves alone what an administrator has changed. */
    void define(TenantId tenant, Meter meter);

    /**
     * As an administrator says; audited. Refused: {@code METER_IN_USE} (409) when the decimals of a meter change that
     * has allowances, because every figure of it would mean something else.
     */
    void put(TenantId tenant, Meter meter);

    /** Audited. Refused: {@code METER_IN_USE} (409) when anybody ever had an allowance of it. */
    void remove(TenantId tenant, MeterKey key);

    List<Meter> of(TenantId tenant);

    /** From memory; may be 5 s behind another node. */
    Optional<Meter> find(TenantId tenant, MeterKey key);
}

package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * What an account lets itself use of a meter in a calendar month of the tenant's zone. The gate holds to it exactly, as
 * it does to what was granted. Work that is done already (settlements, events) counts, and is not stopped by it.
 */
public interface SpendCaps {
    /** Takes effect at once; what was used this month before counts too. Audited. */
    void set(TenantId tenant, AccountId account, MeterKey meter, long most);

    /** Quiet when there is none. Audited. */
    void remove(TenantId tenant, AccountId account, MeterKey meter);

    List<Cap> of(TenantId tenant, AccountId account);

    /** {@code spent}: used and held this month; {@code resetsAt}: the next month's beginning. */
    record Cap(Meter meter, long most, long spent, Instant resetsAt) {
    }
}

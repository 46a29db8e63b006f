package io.weir.platform.api;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * Who did what, when, from where, before → after. Written in the transaction of the deed. Values never hold secrets.
 */
public interface AuditLog {
    /**
     * @param action such as {@code payment.approved}; @param subject such as {@code payment/0190…}; before and after
     * may be null
     */
    void record(TenantId tenant, String action, String subject, Object before, Object after);

    Page<Entry> entries(TenantId tenant, Page.Request page);

    /** One deed; {@code actor} is a user's or key's id, or {@code system}. Before and after are JSON, or null. */
    record Entry(UUID id, Instant at, String actor, String address, String action, String subject, String before,
            String after) {
    }
}

package io.weir.platform.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a tenant while its clock was on its way. Events that are published for others are noted by
 * themselves. Kept for 90 days.
 */
public interface ClockJournal {
    /**
     * Notes it with the caller's transaction, if the tenant's clock is on its way; otherwise nothing is done. The same
     * again at the same moment is once.
     *
     * @param kind lower-case words joined by dots, such as {@code subscription.expired}
     * @param subject what it happened to, such as {@code subscription/} and its id
     */
    void note(TenantId tenant, Optional<AccountId> account, String kind, String subject);

    /** In order, from that moment of the tenant's time on; the first {@code most}. */
    List<Entry> since(TenantId tenant, Instant from, int most);

    /** {@code at} is the tenant's time. */
    record Entry(Instant at, String kind, String subject, Optional<AccountId> account) {
    }
}

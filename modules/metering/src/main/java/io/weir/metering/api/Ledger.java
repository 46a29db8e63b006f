package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How an account's balance of a meter came about: what was granted, used, taken away, and what expired. */
public interface Ledger {
    /** Newest first. */
    default Page<Entry> page(TenantId tenant, AccountId account, MeterKey meter, Optional<Type> type,
            Page.Request page) {
        return page(tenant, account, new Query(meter, type, Optional.empty(), Optional.empty()), page);
    }

    /** Newest first. */
    Page<Entry> page(TenantId tenant, AccountId account, Query query, Page.Request page);

    /** The newest, or those just older than one; newest first. Fewer than {@code most} are the last. */
    List<Entry> older(TenantId tenant, AccountId account, Query query, Optional<Entry> than, int most);

    /** Monthly units end with their period, purchased ones never; in smallest units. */
    Standing standing(TenantId tenant, AccountId account, MeterKey meter);

    /** Why a balance changed. */
    enum Type { PURCHASE, BONUS, GRANT, USAGE, REFUND, EXPIRY, ADJUSTMENT }

    /** {@code from} inclusive, {@code until} exclusive. */
    record Query(MeterKey meter, Optional<Type> type, Optional<Instant> from, Optional<Instant> until) {
    }

    /** {@code quantity} is signed; {@code balanceAfter}: granted minus used of everything open just after it. */
    record Entry(UUID id, Type type, long quantity, long balanceAfter, Instant at, Optional<String> note) {
    }

    /** {@code balance} is what can be used now; {@code expiresAt} is when the next of the monthly units end. */
    record Standing(Meter meter, long balance, long monthly, long purchased, long reserved,
            Optional<Instant> expiresAt) {
    }
}

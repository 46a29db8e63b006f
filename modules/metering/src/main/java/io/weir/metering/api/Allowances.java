package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import java.util.List;

/**
 * What accounts may use. All verbs take part in the caller's transaction, and are idempotent by their {@code source}:
 * the same one again
 * changes nothing.
 */
public interface Allowances {
    /** Opens an allowance for a period. */
    void open(TenantId tenant, AccountId account, Grant grant, Period period);

    /**
     * Raises the open allowance that was opened by {@code allowanceSource}; {@code used} stays. Refused: {@code
     * ALLOWANCE_NOT_FOUND}.
     */
    void raise(TenantId tenant, AccountId account, Grant grant, String allowanceSource);

    /**
     * Lets the allowance rest for a while: it keeps its figures, admits nothing, and is not counted (a free tier under
     * a paid plan).
     */
    void rest(TenantId tenant, AccountId account, String allowanceSource, Period period);

    /** Ends the allowance now, or when its period was to end anyway, whichever is earlier. */
    void close(TenantId tenant, AccountId account, String allowanceSource);

    /** Every meter with an open allowance now. */
    List<Balance> balances(TenantId tenant, AccountId account);

    /** One meter; zeros when nothing is open. */
    Balance balance(TenantId tenant, AccountId account, MeterKey meter);

    /**
     * Units granted for one reason.
     * @param source who granted it, once: {@code subscription/0190…/2026-11-01}, {@code extension/0190…}
     */
    record Grant(MeterKey meter, long quantity, GrantKind kind, String source) {
    }

    /** Why units were granted. */
    enum GrantKind { PLAN, EXTENSION, CREDIT_PACKAGE, BONUS, ADJUSTMENT }

    /** The sum over the open allowances of a meter; {@code until} absent when one of them never ends. */
    record Balance(Meter meter, long granted, long used, long reserved, java.util.Optional<java.time.Instant> until) {
        public long remaining() {
            return granted - used - reserved;
        }
    }
}

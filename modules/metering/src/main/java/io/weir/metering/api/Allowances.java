package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What accounts may use. All verbs take part in the caller's transaction, and are idempotent by their {@code source}:
 * the same one again changes nothing.
 */
public interface Allowances {
    /** Opens an allowance for a period. */
    void open(TenantId tenant, AccountId account, Grant grant, Period period, Overage overage);

    /** Opens one that refuses overage. */
    default void open(TenantId tenant, AccountId account, Grant grant, Period period) {
        open(tenant, account, grant, period, Overage.REFUSE);
    }

    /**
     * Raises the open allowance that was opened by {@code allowanceSource}; {@code used} stays. Refused: {@code
     * ALLOWANCE_NOT_FOUND}.
     */
    void raise(TenantId tenant, AccountId account, Grant grant, String allowanceSource);

    /**
     * Gives units by hand, as an allowance of their own that lasts until {@code until} or for good; or takes them away
     * (negative), what is spent last first, from what is free. Refused: {@code ADJUSTMENT_TOO_LARGE} (409) when less is
     * free than is to be taken. Audited, with the reason.
     */
    void adjust(TenantId tenant, AccountId account, Adjustment adjustment);

    /**
     * Lets the allowance rest for a while: it keeps its figures, admits nothing, and is not counted (a free tier under
     * a paid plan).
     */
    void rest(TenantId tenant, AccountId account, String allowanceSource, Period period);

    /**
     * Takes units back whose price was given back: off the allowance that a grant opened or raised, and only what is
     * neither used nor held there. Nothing is taken of one that has ended.
     *
     * @return how many were taken, also when the same was asked before
     */
    long takeBack(TenantId tenant, AccountId account, TakeBack wanted);

    /**
     * Lets the allowance end then, or now when that is past: later than it was to, or as it was to at first. One that
     * has ended meanwhile goes on with what it had left.
     */
    void endAt(TenantId tenant, AccountId account, String allowanceSource, Instant end);

    /** Ends the allowance now, or when its period was to end anyway, whichever is earlier. */
    void close(TenantId tenant, AccountId account, String allowanceSource);

    /** Every meter with an open allowance now. */
    List<Balance> balances(TenantId tenant, AccountId account);

    /** One meter; zeros when nothing is open. */
    Balance balance(TenantId tenant, AccountId account, MeterKey meter);

    /** Open ones in the order in which they are spent, then the others that have not ended, then at most 50 ended. */
    List<Holding> holdings(TenantId tenant, AccountId account);

    /** Those that this source has opened, one for each meter, with all that raised them; ended ones too. */
    List<Holding> ofSource(TenantId tenant, AccountId account, String allowanceSource);

    /**
     * The figures of many such sources at once, of one tenant's accounts; nothing for a source that has opened nothing.
     */
    List<Opened> opened(TenantId tenant, Map<String, AccountId> bySource);

    /** What a source has opened, without what raised it. */
    record Opened(String source, Meter meter, long granted, long used, long overage) {
    }

    /**
     * Units granted for one reason.
     * @param source who granted it, once: {@code subscription/0190…/2026-11-01}, {@code extension/0190…}
     */
    record Grant(MeterKey meter, long quantity, GrantKind kind, String source) {
    }

    /** {@code given}: the source of the grant. {@code note}: for the ledger, 1–500 characters. */
    record TakeBack(MeterKey meter, long quantity, String given, String source, String note) {
    }

    /** Why units were granted, or taken back. */
    enum GrantKind { PLAN, EXTENSION, CREDIT_PACKAGE, BONUS, ADJUSTMENT, REFUND }

    /** {@code quantity} is not 0; {@code reason} 1–500 characters. */
    record Adjustment(MeterKey meter, long quantity, Optional<Instant> until, String source, String reason) {
    }

    /**
     * The sum over the open allowances of a meter. {@code since}: when the youngest period among them began; {@code
     * until}: absent when one of them never ends; {@code overage}: used beyond what was granted, as far as allowed.
     */
    record Balance(Meter meter, long granted, long used, long reserved, long overage, Optional<Instant> since,
            Optional<Instant> until) {
        public long remaining() {
            return granted - used - reserved;
        }
    }

    /** One allowance and what raised it. */
    record Holding(UUID id, Meter meter, long granted, long used, long reserved, long overage, Overage rule,
            Instant startsAt, Optional<Instant> endsAt, State state, String source, List<Granted> grants) {
        /** Whether it can be spent now. */
        public enum State { OPEN, RESTING, LATER, ENDED }

        public long remaining() {
            return granted - used - reserved;
        }
    }

    /** A grant as it was booked; {@code note} is an adjustment's reason. */
    record Granted(UUID id, long quantity, GrantKind kind, String source, Instant at, Optional<String> note) {
    }
}

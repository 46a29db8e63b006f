package io.weir.metering.api;

import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tenants' rate cards. */
public interface RateCards {
    /** As the catalogue says; leaves alone operations that an administrator has changed. */
    void define(TenantId tenant, RateCard card);

    /**
     * One operation as an administrator says; audited. Refused: {@code VALIDATION_FAILED} (400) with the fields that
     * are wrong.
     */
    void put(TenantId tenant, MeterKey meter, String operation, RateCard.Operation terms);

    /** Audited. Refused: {@code OPERATION_UNKNOWN} (400). */
    void remove(TenantId tenant, String operation);

    /** From memory; may be 5 s behind another node. Empty when the tenant has none. */
    Optional<RateCard> of(TenantId tenant);

    /** What the tenant calls credits: the meter of its rate card, else the one of that name. */
    default MeterKey credits(TenantId tenant) {
        return of(tenant).map(card -> new MeterKey(card.meter())).orElse(MeterKey.CREDITS);
    }

    /**
     * What an operation costs, from memory. Attributes are texts or numbers. Refused (400): {@code OPERATION_UNKNOWN};
     * {@code VALIDATION_FAILED} on {@code attributes.x} when a number that the price needs is missing, not a number, or
     * not above 0.
     */
    Quote quote(TenantId tenant, String operation, Map<String, Object> attributes);

    /** {@code quantity} in the meter's smallest units, rounded up once, at the end. */
    record Quote(String operation, Meter meter, long quantity, List<Step> breakdown) {
        public Quote {
            breakdown = List.copyOf(breakdown);
        }
    }

    /**
     * A line of the sum, in units: {@code base} 5, {@code modifier} +5. {@code kind} is base, units or modifier; {@code
     * text} says it in English: {@code 0.5 × 3 started 30 of durationSeconds}.
     */
    record Step(String kind, String text, java.math.BigDecimal units) {
    }
}

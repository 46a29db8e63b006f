package io.weir.subscriptions.api;

import io.weir.kernel.api.Money;
import io.weir.metering.api.Overage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A subscription package. {@code quotas}: meter → smallest units granted per period. {@code rank} orders the tiers, 0
 * is the free one.
 * {@code requestsPerMinute} 0 means unlimited. {@code term} says how long one purchase or period lasts. {@code overage}
 * is what becomes of use beyond the quotas that was done already.
 */
public record Plan(UUID id, String slug, String name, String description, Money price, Term term, int rank, Map<String,
        Long> quotas,
                   int requestsPerMinute, OptionalInt maxVirtualPortfolios, Map<String, Object> features,
                           boolean active,
                   Instant createdAt, Instant updatedAt, Overage overage) {

    /** {@code interval}: month, year, days or lifetime; {@code days} for {@code days}. */
    public record Term(String interval, OptionalInt days) {
    }

    public boolean isFree() {
        return price.isZero();
    }

    /** The quota of the {@code calls} meter, as seed B's {@code apiLimit}. */
    public Optional<Long> apiLimit() {
        return Optional.ofNullable(quotas.get("calls"));
    }
}

package io.weir.subscriptions.api;

import io.weir.kernel.api.Money;
import io.weir.metering.api.Overage;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A subscription package. {@code quotas}: meter → smallest units granted per period. {@code rank} orders the tiers, 0
 * is the free one.
 * {@code requestsPerMinute} 0 means unlimited. {@code term} says how long one purchase or period lasts. {@code overage}
 * is what becomes of use beyond the quotas that was done already. {@code version} counts its changes from 1. {@code
 * family}: plans of one family are the same thing for different terms. {@code pricing}: what usage costs beside.
 */
public record Plan(UUID id, String slug, String name, String description, Money price, Term term, int rank, Map<String,
        Long> quotas,
                   int requestsPerMinute, OptionalInt maxVirtualPortfolios, Map<String, Object> features,
                           boolean active,
                   Instant createdAt, Instant updatedAt, Overage overage, int version, int trialDays, String family,
                   Renewal renewal, Pricing pricing) {
    /** A first version without trial, family, renewal or prices for usage. */
    public Plan(UUID id, String slug, String name, String description, Money price, Term term, int rank,
            Map<String, Long> quotas, int requestsPerMinute, OptionalInt maxVirtualPortfolios,
            Map<String, Object> features, boolean active, Instant createdAt, Instant updatedAt, Overage overage) {
        this(id, slug, name, description, price, term, rank, quotas, requestsPerMinute, maxVirtualPortfolios, features,
                active, createdAt, updatedAt, overage, 1, 0, slug, Renewal.NONE, Pricing.NONE);
    }

    /** What happens at a period's end without a gateway's agreement: an invoice to pay for the next, or nothing. */
    public enum Renewal {
        INVOICE, NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code interval}: month, year, days or lifetime; {@code days} for {@code days}. */
    public record Term(String interval, OptionalInt days) {
    }

    /** Whether invoices follow that are to be paid: for the next period, or for what was used. */
    public boolean isInvoiced() {
        return renewal == Renewal.INVOICE || !pricing.isNone();
    }

    public boolean isFree() {
        return price.isZero();
    }

    /** The quota of the {@code calls} meter, as seed B's {@code apiLimit}. */
    public Optional<Long> apiLimit() {
        return Optional.ofNullable(quotas.get("calls"));
    }
}

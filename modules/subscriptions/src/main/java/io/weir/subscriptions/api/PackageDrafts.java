package io.weir.subscriptions.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What an administrator or a catalogue file says of a package. Null parts: on creation their default, on change
 * untouched. Prices in major units.
 */
public final class PackageDrafts {
    private PackageDrafts() {
    }

    /**
     * A plan. {@code slug} null: made from the name. {@code interval} null: {@code days} when durationDays is given.
     * {@code quotas} in smallest units; {@code apiLimit} is short for the quota of {@code calls}. Rules: name 1–255 and
     * unique; price ≥ 0; currency ISO 4217; durationDays, maxVirtualPortfolios, apiLimit ≥ 1; overage {@code refuse}
     * (the default), {@code allow}, or a share such as {@code 10%}; trialDays 0–365; family a label, empty for the
     * plan's own slug; renewal {@code invoice} or {@code none} (the default); minimum 0 for none.
     */
    public record PlanDraft(String slug, String name, String description, BigDecimal price, String currency,
            String interval,
                            Integer durationDays, Integer maxVirtualPortfolios, Long apiLimit, Map<String, Long> quotas,
                            Integer requestsPerMinute, Integer rank, Map<String, Object> features, Boolean isActive,
                            String overage, Integer trialDays, String family, String renewal,
                            List<ChargeDraft> charges, BigDecimal minimum) {
        /** One that says nothing of trial, family, renewal and prices for usage. */
        public PlanDraft(String slug, String name, String description, BigDecimal price, String currency,
                String interval, Integer durationDays, Integer maxVirtualPortfolios, Long apiLimit,
                Map<String, Long> quotas, Integer requestsPerMinute, Integer rank, Map<String, Object> features,
                Boolean isActive, String overage) {
            this(slug, name, description, price, currency, interval, durationDays, maxVirtualPortfolios, apiLimit,
                    quotas, requestsPerMinute, rank, features, isActive, overage, null, null, null, null, null);
        }
    }

    /** An extension: additionalCalls ≥ 1, price ≥ 0, name unique. */
    public record ExtensionDraft(String name, String description, Long additionalCalls, BigDecimal price,
            String currency, Boolean isActive) {
    }

    /** A credit package; quantities in smallest units: credits ≥ 1, bonus ≥ 0, price ≥ 0, name unique. */
    public record CreditDraft(String name, String meter, Long credits, Long bonus, BigDecimal price, String currency,
            Boolean isActive) {
    }
}

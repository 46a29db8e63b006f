package io.weir.bootstrap.internal;

import io.weir.billing.api.BillingTerms;
import io.weir.metering.api.RateCard;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One tenant's catalogue as its file has it. Prices in major units, of the tenant's currency unless they say another;
 * quantities in whole units of the meter. What a file left out is null or empty.
 */
record CatalogueFile(String slug, String name, Currency currency, Locale locale, ZoneId timeZone, Boolean sandbox,
                     Brand brand, List<String> corsOrigins, Map<String, String> settings, List<String> gateways,
                     BankAccount bankAccount, List<MeterEntry> meters, List<PlanEntry> plans,
                     List<ExtensionEntry> extensions, List<CreditEntry> creditPackages, RateCard rateCard,
                     List<CatalogueRoute> routes, BillingTerms billing) {

    /** How the portal presents itself; {@code accent} is a CSS colour. */
    record Brand(String title, String tagline, String accent) {
    }

    /** Where transfers go: {@code bin} and {@code account} for VietQR, {@code iban} and {@code bic} elsewhere. */
    record BankAccount(String name, String bin, String account, String holder, String iban, String bic) {
    }

    /** What is counted; {@code late} is {@code reopen} (also when absent) or {@code nextPeriod}. */
    record MeterEntry(String key, String title, String unit, Integer decimals, String late) {
    }

    /**
     * A plan; {@code quotas} are per period, {@code overage} is refuse (also when absent), allow, or a share; {@code
     * renewal} is none (also when absent) or invoice; {@code family} absent is the plan's own slug.
     */
    record PlanEntry(String slug, String name, String description, BigDecimal price, String currency, String interval,
                     Integer durationDays, Integer rank, Map<String, BigDecimal> quotas, Integer requestsPerMinute,
                     Integer maxVirtualPortfolios, Map<String, Object> features, String overage, Integer trialDays,
                     String family, String renewal, List<ChargeEntry> charges, BigDecimal minimum) {
        PlanEntry {
            quotas = inOrder(quotas);
            features = inOrder(features);
        }
    }

    /** What use of a meter costs; see {@link io.weir.subscriptions.api.Pricing}. */
    record ChargeEntry(String meter, String model, BigDecimal included, BigDecimal unitPrice, List<TierEntry> tiers,
                       BigDecimal size, BigDecimal price) {
    }

    /** The last one has no {@code upTo}. */
    record TierEntry(BigDecimal upTo, BigDecimal unitPrice, BigDecimal flat) {
    }

    /** More calls for a running period. */
    record ExtensionEntry(String name, String description, Long additionalCalls, BigDecimal price, String currency) {
    }

    /** Units that do not expire, and how many come on top for nothing. */
    record CreditEntry(String name, String meter, BigDecimal credits, BigDecimal bonus, BigDecimal price,
                       String currency) {
    }

    static <V> Map<String, V> inOrder(Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}

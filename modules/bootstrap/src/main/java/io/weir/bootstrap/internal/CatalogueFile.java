package io.weir.bootstrap.internal;

import io.weir.metering.api.RateCard;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One tenant's catalogue as its YAML file has it. Prices in major units of the tenant's currency, quantities in units
 * of the meter.
 */
record CatalogueFile(String slug, String name, Currency currency, Locale locale, ZoneId timeZone, Boolean sandbox,
                     Brand brand, List<String> corsOrigins, Map<String, String> settings, List<String> gateways,
                     BankAccount bankAccount, List<MeterEntry> meters, List<PlanEntry> plans,
                     List<ExtensionEntry> extensions, List<CreditEntry> creditPackages, RateCard rateCard,
                     List<CatalogueRoute> routes) {
    CatalogueFile {
        corsOrigins = orEmpty(corsOrigins);
        settings = orEmpty(settings);
        gateways = orEmpty(gateways);
        meters = orEmpty(meters);
        plans = orEmpty(plans);
        extensions = orEmpty(extensions);
        creditPackages = orEmpty(creditPackages);
        routes = orEmpty(routes);
    }

    /** How the portal presents itself; {@code accent} is a CSS colour. */
    record Brand(String title, String tagline, String accent) {
    }

    /** Where transfers go: {@code bin} and {@code account} for VietQR, {@code iban} and {@code bic} elsewhere. */
    record BankAccount(String name, String bin, String account, String holder, String iban, String bic) {
    }

    /** What is counted; {@code late} is {@code reopen} (also when absent) or {@code nextPeriod}. */
    record MeterEntry(String key, String title, String unit, Integer decimals, String late) {
    }

    /** A plan; {@code quotas} are per period, {@code overage} is refuse (also when absent), allow, or a share. */
    record PlanEntry(String slug, String name, String description, BigDecimal price, String interval,
                     Integer durationDays, Integer rank, Map<String, BigDecimal> quotas, Integer requestsPerMinute,
                     Integer maxVirtualPortfolios, Map<String, Object> features, String overage) {
        PlanEntry {
            quotas = orEmpty(quotas);
            features = orEmpty(features);
        }
    }

    /** More calls for a running period. */
    record ExtensionEntry(String name, String description, Long additionalCalls, BigDecimal price) {
    }

    /** Units that do not expire, and how many come on top for nothing. */
    record CreditEntry(String name, String meter, BigDecimal credits, BigDecimal bonus, BigDecimal price) {
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}

package io.weir.bootstrap.internal;

import io.weir.bootstrap.internal.CatalogueFile.CreditEntry;
import io.weir.bootstrap.internal.CatalogueFile.ExtensionEntry;
import io.weir.bootstrap.internal.CatalogueFile.PlanEntry;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is sold, held against the tenant's currency and meters. */
final class OfferReader {
    private static final BigDecimal MOST_PRICE = BigDecimal.TEN.pow(12);
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(100_000_000_000_000L);
    private static final long MOST_CALLS = 1_000_000_000_000L;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private final Section root;
    private final Currency usual;
    private final Map<String, Integer> decimals;

    OfferReader(Section root, Currency usual, Map<String, Integer> decimals) {
        this.root = root;
        this.usual = usual;
        this.decimals = decimals;
    }

    List<PlanEntry> plans() {
        root.needed("plans");
        var plans = new ArrayList<PlanEntry>();
        var slugs = new HashMap<String, Integer>();
        var names = new HashMap<String, Integer>();
        for (var section : root.sections("plans")) {
            var plan = new PlanReader(section, this).read();
            section.unlike(slugs, "slug", plan.slug());
            section.unlike(names, "name", alike(plan.name()));
            plans.add(plan);
        }
        root.require(!root.has("plans") || plans.stream().anyMatch(OfferReader::isFreeTier), "plans",
                "CATALOGUE_NEEDS_FREE");
        return plans;
    }

    private static boolean isFreeTier(PlanEntry plan) {
        return Integer.valueOf(0).equals(plan.rank()) && plan.price() != null && plan.price().signum() == 0
                && plan.charges().isEmpty() && plan.minimum() == null && plan.quotas().containsKey("calls");
    }

    List<ExtensionEntry> extensions() {
        var extensions = new ArrayList<ExtensionEntry>();
        var names = new HashMap<String, Integer>();
        for (var section : root.sections("extensions")) {
            var name = name(section);
            var description = description(section);
            Long calls = section.needed("additionalCalls") ? section.whole("additionalCalls", 1, MOST_CALLS) : null;
            extensions.add(new ExtensionEntry(name, description, calls, price(section), currency(section)));
            section.unlike(names, "name", alike(name));
            section.done();
        }
        return extensions;
    }

    List<CreditEntry> credits() {
        var credits = new ArrayList<CreditEntry>();
        var names = new HashMap<String, Integer>();
        for (var section : root.sections("creditPackages")) {
            var name = name(section);
            var meter = meter(section);
            section.needed("credits");
            var bonus = section.has("bonus") ? quantity(section, "bonus", meter, BigDecimal.ZERO) : BigDecimal.ZERO;
            credits.add(new CreditEntry(name, meter, above(section, "credits", meter), bonus, price(section),
                    currency(section)));
            section.unlike(names, "name", alike(name));
            section.done();
        }
        return credits;
    }

    private static String alike(String name) {
        return name == null ? null : name.strip().toLowerCase(Locale.ROOT);
    }

    String name(Section section) {
        var name = section.needText("name");
        section.require(name == null || name.length() <= LONGEST_NAME, "name", "TOO_LONG");
        return tidy(name);
    }

    String description(Section section) {
        var text = section.text("description");
        section.require(text == null || text.length() <= LONGEST_DESCRIPTION, "description", "TOO_LONG");
        return tidy(text);
    }

    /** As it will be kept. */
    private static String tidy(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** Absent when it is the tenant's. */
    String currency(Section section) {
        var code = section.text("currency");
        section.require(code == null || TenantReader.currency(code).isPresent(), "currency", "BAD_CURRENCY");
        return code == null || usual != null && code.equals(usual.getCurrencyCode()) ? null : code;
    }

    BigDecimal price(Section section) {
        section.needed("price");
        return amount(section, "price");
    }

    /** As fine as the currency is. */
    BigDecimal amount(Section section, String key) {
        var amount = section.number(key);
        var currency = TenantReader.currency(section.has("currency") ? section.text("currency")
                : usual == null ? null : usual.getCurrencyCode());
        if (amount != null) {
            section.require(amount.signum() >= 0, key, "NEGATIVE");
            section.require(amount.compareTo(MOST_PRICE) <= 0, key, "OUT_OF_RANGE");
            boolean fine = currency.isEmpty() || amount.signum() == 0
                    || amount.stripTrailingZeros().scale() <= currency.get().getDefaultFractionDigits();
            section.require(fine, key, "TOO_PRECISE");
        }
        return amount;
    }

    String meter(Section section) {
        var meter = section.needText("meter");
        requireMeter(section, "meter", meter);
        return meter;
    }

    void requireMeter(Section section, String key, String meter) {
        if (meter != null && !decimals.containsKey(meter)) {
            Nearest.to(meter, decimals.keySet()).ifPresentOrElse(
                    near -> section.fault(key, "CATALOGUE_NO_METER_NEAR", meter, near),
                    () -> section.fault(key, "CATALOGUE_NO_METER", meter));
        }
    }

    /** Above 0. */
    BigDecimal above(Section section, String key, String meter) {
        var units = quantity(section, key, meter, BigDecimal.ZERO);
        section.require(units == null || units.signum() > 0, key, "CATALOGUE_ABOVE_ZERO");
        return units;
    }

    /** At least so much, and as fine as the meter is. */
    BigDecimal quantity(Section section, String key, String meter, BigDecimal least) {
        var units = section.number(key);
        if (units != null) {
            section.require(units.compareTo(least) >= 0 && units.compareTo(MOST_UNITS) <= 0, key, "OUT_OF_RANGE");
            var most = meter == null ? null : decimals.get(meter);
            section.require(most == null || CatalogueUnits.isExact(units, most), key, "CATALOGUE_TOO_FINE", most);
        }
        return units;
    }
}

package io.weir.bootstrap.internal;

import io.weir.bootstrap.internal.CatalogueFile.BankAccount;
import io.weir.bootstrap.internal.CatalogueFile.Brand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of a catalogue that are kept as a tenant's settings, with their keys. */
final class CatalogueSettings {
    private static final String GATEWAYS = "payments.gateways";
    private static final String ORIGINS = "cors.origins";
    private static final String BRAND = "brand.";
    private static final String BANK = "payments.bank.";

    private CatalogueSettings() {
    }

    static Map<String, String> of(CatalogueFile file) {
        var settings = new LinkedHashMap<>(file.settings());
        put(settings, GATEWAYS, String.join(",", file.gateways()));
        put(settings, ORIGINS, String.join(",", file.corsOrigins()));
        put(settings, BRAND + "title", file.brand().title());
        put(settings, BRAND + "tagline", file.brand().tagline());
        put(settings, BRAND + "accent", file.brand().accent());
        if (file.bankAccount() != null) {
            putBank(settings, file.bankAccount());
        }
        return settings;
    }

    private static void putBank(Map<String, String> settings, BankAccount bank) {
        put(settings, BANK + "name", bank.name());
        put(settings, BANK + "bin", bank.bin());
        put(settings, BANK + "account", bank.account());
        put(settings, BANK + "holder", bank.holder());
        put(settings, BANK + "iban", bank.iban());
        put(settings, BANK + "bic", bank.bic());
    }

    private static void put(Map<String, String> settings, String key, String value) {
        if (value != null && !value.isBlank()) {
            settings.put(key, value);
        }
    }

    /** Whether the file has a section of its own for it. */
    static boolean isElsewhere(String key) {
        return key.equals(GATEWAYS) || key.equals(ORIGINS) || key.startsWith(BRAND) || key.startsWith(BANK);
    }

    static List<String> gateways(Map<String, String> settings) {
        return words(settings.get(GATEWAYS));
    }

    static List<String> origins(Map<String, String> settings) {
        return words(settings.get(ORIGINS));
    }

    static Brand brand(Map<String, String> settings) {
        return new Brand(settings.get(BRAND + "title"), settings.get(BRAND + "tagline"),
                settings.get(BRAND + "accent"));
    }

    /** Null when there is none. */
    static BankAccount bank(Map<String, String> settings) {
        return settings.containsKey(BANK + "name") ? new BankAccount(settings.get(BANK + "name"),
                settings.get(BANK + "bin"), settings.get(BANK + "account"), settings.get(BANK + "holder"),
                settings.get(BANK + "iban"), settings.get(BANK + "bic")) : null;
    }

    /** By their names. */
    static Map<String, String> others(Map<String, String> settings) {
        var others = new TreeMap<>(settings);
        others.keySet().removeIf(CatalogueSettings::isElsewhere);
        return others;
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.trim().split("\\s*,\\s*"));
    }
}

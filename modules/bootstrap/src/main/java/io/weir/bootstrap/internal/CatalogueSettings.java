package io.weir.bootstrap.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a catalogue that are kept as a tenant's settings, with their keys. */
final class CatalogueSettings {
    private CatalogueSettings() {
    }

    static Map<String, String> of(CatalogueFile file) {
        var settings = new LinkedHashMap<>(file.settings());
        put(settings, "payments.gateways", String.join(",", file.gateways()));
        put(settings, "cors.origins", String.join(",", file.corsOrigins()));
        put(settings, "brand.title", file.brand().title());
        put(settings, "brand.tagline", file.brand().tagline());
        put(settings, "brand.accent", file.brand().accent());
        if (file.bankAccount() != null) {
            putBank(settings, file.bankAccount());
        }
        return settings;
    }

    private static void putBank(Map<String, String> settings, CatalogueFile.BankAccount bank) {
        put(settings, "payments.bank.name", bank.name());
        put(settings, "payments.bank.bin", bank.bin());
        put(settings, "payments.bank.account", bank.account());
        put(settings, "payments.bank.holder", bank.holder());
        put(settings, "payments.bank.iban", bank.iban());
        put(settings, "payments.bank.bic", bank.bic());
    }

    private static void put(Map<String, String> settings, String key, String value) {
        if (value != null && !value.isBlank()) {
            settings.put(key, value);
        }
    }
}

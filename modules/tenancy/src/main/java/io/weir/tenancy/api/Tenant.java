package io.weir.tenancy.api;

import io.weir.kernel.api.TenantId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A company that sells through Weir. {@code slug} is its name in hosts and headers; {@code settings} override the
 * installation's.
 */
public record Tenant(TenantId id, String slug, String name, Currency currency, Locale locale, ZoneId zone,
        boolean sandbox,
                     Map<String, String> settings) {
    public Tenant {
        settings = Map.copyOf(settings);
    }

    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key)).filter(v -> !v.isBlank());
    }
}

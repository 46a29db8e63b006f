package io.weir.tenancy.api;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A tenant as its catalogue file describes it. Slug: an RFC 1035 label. */
public record TenantDefinition(String slug, String name, Currency currency, Locale locale, ZoneId zone, boolean sandbox,
                               Map<String, String> settings) {
    private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_NAME = 255;

    public TenantDefinition {
        if (slug == null || !LABEL.matcher(slug).matches()) {
            throw new IllegalArgumentException("a tenant's slug is an RFC 1035 label, not: " + slug);
        }
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "tenant " + slug + " needs a name of at most " + LONGEST_NAME + " characters");
        }
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
        settings = Map.copyOf(settings);
    }
}

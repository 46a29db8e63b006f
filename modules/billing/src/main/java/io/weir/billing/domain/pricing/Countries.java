package io.weir.billing.domain.pricing;

import java.util.Locale;
import java.util.Set;

/** Countries by their ISO 3166 alpha-2 codes, and which of them share the value added tax of the European Union. */
final class Countries {
    private static final Set<String> UNION = Set.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
            "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private Countries() {
    }

    /** VAT ids say EL for Greece, and so do people. */
    static String iso(String country) {
        String code = country.strip().toUpperCase(Locale.ROOT);
        return code.equals("EL") ? "GR" : code;
    }

    static boolean inUnion(String iso) {
        return UNION.contains(iso);
    }
}

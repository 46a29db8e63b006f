package io.weir.billing.domain.pricing;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Each country's form of a VAT id, as the European Commission lists them, by the prefix that is written. */
final class VatForms {
    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}"), form("BE", "[01]\\d{9}"), form("BG", "\\d{9,10}"), form("CY", "\\d{8}[A-Z]"),
            form("CZ", "\\d{8,10}"), form("DE", "[1-9]\\d{8}"), form("DK", "[1-9]\\d{7}"), form("EE", "\\d{9}"),
            form("EL", "\\d{9}"), form("ES", "[A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z]"), form("FI", "\\d{8}"),
            form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"), form("HR", "\\d{11}"), form("HU", "\\d{8}"),
            form("IE", "\\d[A-Z0-9+*]\\d{5}[A-W]|\\d{7}[A-W][A-I]"), form("IT", "\\d{11}"),
            form("LT", "\\d{9}|\\d{12}"), form("LU", "\\d{8}"), form("LV", "\\d{11}"), form("MT", "\\d{8}"),
            form("NL", "\\d{9}B\\d{2}"), form("PL", "\\d{10}"), form("PT", "[1-9]\\d{8}"), form("RO", "[1-9]\\d{1,9}"),
            form("SE", "\\d{12}"), form("SI", "[1-9]\\d{7}"), form("SK", "[1-9]\\d{9}"));

    private static final Map<String, Predicate<String>> CHECKS = Map.ofEntries(
            Map.entry("BE", CheckDigits::belgian), Map.entry("DE", CheckDigits::iso7064),
            Map.entry("DK", CheckDigits::danish), Map.entry("FI", CheckDigits::finnish),
            Map.entry("FR", CheckDigits::french), Map.entry("HR", CheckDigits::iso7064),
            Map.entry("IT", CheckDigits::luhn), Map.entry("LU", CheckDigits::luxembourgish),
            Map.entry("PL", CheckDigits::polish), Map.entry("PT", CheckDigits::portuguese),
            Map.entry("SI", CheckDigits::slovene));

    private VatForms() {
    }

    static boolean knows(String prefix) {
        return FORMS.containsKey(prefix);
    }

    static boolean fits(String prefix, String number) {
        var form = FORMS.get(prefix);
        return form != null && form.matcher(number).matches()
                && CHECKS.getOrDefault(prefix, any -> true).test(number);
    }

    private static Map.Entry<String, Pattern> form(String prefix, String pattern) {
        return Map.entry(prefix, Pattern.compile(pattern));
    }
}

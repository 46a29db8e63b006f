package io.weir.webadmin;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Prices as people type them, in major units. No more decimals than the currency has, not even zeros: 99.000 is
 * ninety-nine thousand to a Vietnamese reader and ninety-nine to a parser.
 */
final class Amounts {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");

    private Amounts() {
    }

    /** Empty when it cannot be read without doubt. An unknown currency is somebody else's to refuse. */
    static Optional<BigDecimal> read(String text, String currency) {
        if (text == null || !FORM.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        var amount = new BigDecimal(text.strip());
        return Optional.of(amount).filter(a -> a.scale() <= decimals(currency));
    }

    private static int decimals(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(c -> code != null && c.getCurrencyCode().equalsIgnoreCase(code.strip()))
                .mapToInt(c -> Math.max(0, c.getDefaultFractionDigits())).findAny().orElse(Integer.MAX_VALUE);
    }
}

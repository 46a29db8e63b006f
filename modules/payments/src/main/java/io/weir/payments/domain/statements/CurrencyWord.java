package io.weir.payments.domain.statements;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A currency in a text: its code, or a sign that means only one. */
final class CurrencyWord {
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "₫", "VND", "£", "GBP", "฿", "THB");
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])(VND|VNĐ|EUR|USD|GBP|CHF|JPY|SGD|THB|AUD|KRW|CNY|"
            + "HKD|CAD|SEK|NOK|DKK|PLN|CZK|HUF|TRY|INR|IDR|MYR|PHP|TWD|NZD|LAK|KHR)(?![A-Za-z])");

    private CurrencyWord() {
    }

    static Optional<Currency> in(String text) {
        var code = CODE.matcher(text.toUpperCase(Locale.ROOT));
        if (code.find()) {
            return Optional.of(Currency.getInstance(code.group(1).replace('Đ', 'D')));
        }
        return SIGNS.entrySet().stream().filter(sign -> text.contains(sign.getKey())).findFirst()
                .map(sign -> Currency.getInstance(sign.getValue()));
    }

    /** A cell that holds nothing else: any code there is. */
    static Optional<Currency> whole(String text) {
        try {
            return Optional.of(Currency.getInstance(text.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException none) {
            return in(text);
        }
    }
}

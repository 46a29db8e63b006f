package io.weir.payments.domain.statements;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount as banks write it: {@code 1,234.50}, {@code 1.234,50}, {@code 1 234,50}, {@code 12,34,567.00}, {@code
 * 99.000 ₫}, {@code +5.00}, {@code (5.00)}, {@code 5.00-}, {@code 5.00 CR}. The last of two different signs divides the
 * decimals. One sign alone divides thousands when three digits follow and the currency has not three decimals.
 */
final class SheetAmount {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:[.,]\\d{1,15})*|[.,]\\d{1,3}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{2,3})*[.,]\\d{3}");
    private static final Pattern OUT = Pattern.compile("(?i)(dr|debit|dbit|soll|s|nợ|no)\\.?$");
    private static final Pattern IN = Pattern.compile("(?i)(cr|credit|crdt|haben|h|có|co)\\.?$");

    /** Characters; whatever is longer is no amount. */
    private static final int LONGEST = 60;

    private SheetAmount() {
    }

    /** Negative is outgoing. Empty when it is no amount, or finer than the currency. */
    static Optional<Money> of(String text, Currency currency) {
        var plain = text.replaceAll("[\\s\\u00A0\\u202F'’_]", "").replace('\u2212', '-');
        boolean out = plain.startsWith("-") || plain.endsWith("-") || plain.startsWith("(") && plain.endsWith(")")
                || OUT.matcher(plain).find();
        var bare = IN.matcher(OUT.matcher(plain).replaceFirst("")).replaceFirst("")
                .replaceAll("^[(+-]+|[)+-]+$", "")
                .replaceAll("(?i)^[a-zđ€$£¥₫฿]+|[a-zđ€$£¥₫฿]+$", "").replaceAll("^[(+-]+|[)+-]+$", "");
        boolean isNumber = bare.length() <= LONGEST && NUMBER.matcher(bare).matches();
        return isNumber ? money(bare, out, currency) : Optional.empty();
    }

    private static Optional<Money> money(String bare, boolean out, Currency currency) {
        int divider = divider(bare, currency);
        var whole = divider < 0 ? bare : bare.substring(0, divider);
        if (whole.matches(".*[.,].*") && !GROUPED.matcher(whole).matches() || mixes(whole)) {
            return Optional.empty();
        }
        var number = whole.replaceAll("[.,]", "") + (divider < 0 ? "" : "." + bare.substring(divider + 1));
        try {
            var money = Money.ofMajor(new BigDecimal(number.startsWith(".") ? "0" + number : number), currency);
            return Optional.of(out ? money.times(-1) : money);
        } catch (ArithmeticException tooFineOrTooMuch) {
            return Optional.empty();
        }
    }

    /** Where the decimals begin, or −1. */
    private static int divider(String bare, Currency currency) {
        int last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
        if (last < 0 || mixes(bare)) {
            return last;
        }
        boolean once = bare.indexOf(bare.charAt(last)) == last;
        boolean three = bare.length() - last - 1 == 3 && last > 0 && !bare.startsWith("0");
        return !once || three && currency.getDefaultFractionDigits() != 3 ? -1 : last;
    }

    private static boolean mixes(String number) {
        return number.indexOf('.') >= 0 && number.indexOf(',') >= 0;
    }
}

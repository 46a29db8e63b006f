package io.weir.webrest.ops;

import io.weir.kernel.api.Refusal;
import java.util.Map;
import java.util.regex.Pattern;

/** Recognises card numbers, so that none is taken, not even on a page for practice. */
final class CardNumbers {
    /** 13 to 19 digits, in groups or not. */
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");

    private CardNumbers() {
    }

    /** Refused: {@code RAW_CARD_REFUSED} when any value holds one. What it was is not repeated. */
    static void refuse(Map<String, String> fields) {
        if (fields.values().stream().anyMatch(CardNumbers::isIn)) {
            throw Refusal.invalid("RAW_CARD_REFUSED").asException();
        }
    }

    static boolean isIn(String text) {
        return DIGITS.matcher(text).results().anyMatch(found -> hasCheckDigit(found.group().replaceAll("\\D", "")));
    }

    /** ISO/IEC 7812-1, after Luhn. */
    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}

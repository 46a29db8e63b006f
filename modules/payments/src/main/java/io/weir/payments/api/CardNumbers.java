package io.weir.payments.api;

import io.weir.kernel.api.Refusal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what looks like a payment card's number: 13 to 19 digits that begin as cards do and whose check digit is right,
 * in groups perhaps, and with an expiry or a security code behind them. A name is looked at as well as a value. Order
 * codes, references and ids that happen to be such digits are not typed where this is asked.
 */
public final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    /** Groups of digits with at most two signs between them that people put there. */
    private static final Pattern RUN = Pattern.compile("\\d+(?:[\\s./\\u00a0\\u2010-\\u2015\\u2212-]{1,2}\\d+)*");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{1,4}){3,8}");

    private CardNumbers() {
    }

    /** For what people write freely. Refused: {@code RAW_CARD_REFUSED} (400). */
    public static void refuse(String text) {
        if (isIn(text)) {
            throw Refusal.invalid("RAW_CARD_REFUSED").asException();
        }
    }

    /** For a form that people fill in. Refused: {@code RAW_CARD_REFUSED} (400). */
    public static void refuse(Map<String, String> form) {
        if (form.entrySet().stream().anyMatch(field -> isIn(field.getKey()) || isIn(field.getValue()))) {
            throw Refusal.invalid("RAW_CARD_REFUSED").asException();
        }
    }

    /** Whether a text holds one. */
    public static boolean isIn(String text) {
        var plain = text.strip();
        if (UUID.matcher(plain).matches() || IBAN.matcher(plain).matches()) {
            return false;
        }
        return RUN.matcher(plain).results().anyMatch(run -> isIn(groups(run.group())));
    }

    /** Any groups that follow each other may be the number, and what stands before or behind them something else. */
    private static boolean isIn(List<String> groups) {
        for (int first = 0; first < groups.size(); first++) {
            var digits = new StringBuilder();
            for (int last = first; last < groups.size() && digits.length() <= LONGEST; last++) {
                digits.append(groups.get(last));
                if (isCard(digits)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> groups(String run) {
        return List.of(run.split("\\D+"));
    }

    private static boolean isCard(CharSequence digits) {
        boolean fits = digits.length() >= SHORTEST && digits.length() <= LONGEST;
        return fits && digits.charAt(0) >= '2' && digits.charAt(0) <= '6' && hasRightCheckDigit(digits);
    }

    /** Luhn: from the right, every second digit counts double, as the sum of its digits. */
    private static boolean hasRightCheckDigit(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 1 ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}

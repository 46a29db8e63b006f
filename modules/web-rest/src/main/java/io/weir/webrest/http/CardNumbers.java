package io.weir.webrest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.Refusal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what looks like a payment card's number: 13 to 19 digits, in groups perhaps, that begin as cards do and whose
 * check digit is right. Order codes, references and ids that happen to be such digits are not typed into these fields.
 */
public final class CardNumbers {
    private static final Pattern CANDIDATE = Pattern.compile("(?<![\\w-])[2-6](?:[ -]?\\d){12,18}(?!\\w)");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private CardNumbers() {
    }

    /** In any value of a document, however deep. */
    static boolean isIn(JsonNode document) {
        if (document.isContainerNode()) {
            for (var child : document) {
                if (isIn(child)) {
                    return true;
                }
            }
            return false;
        }
        return document.isValueNode() && isIn(document.asText());
    }

    /** Refused: {@code RAW_CARD_REFUSED} when any field of a form holds one. */
    public static void refuse(Map<String, String> form) {
        if (form.values().stream().anyMatch(CardNumbers::isIn)) {
            throw Refusal.invalid("RAW_CARD_REFUSED").asException();
        }
    }

    static boolean isIn(String text) {
        if (UUID.matcher(text.strip()).matches()) {
            return false;
        }
        return CANDIDATE.matcher(text).results().map(found -> found.group().replaceAll("[ -]", ""))
                .anyMatch(CardNumbers::hasRightCheckDigit);
    }

    /** Luhn: from the right, every second digit counts double, as the sum of its digits. */
    private static boolean hasRightCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 1 ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}

package io.weir.paymentgateways.manual;

import io.weir.kernel.api.Money;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text behind a SEPA credit transfer's QR code, by EPC069-12, version 002: one value a line, the last ones left out
 * when they are empty.
 */
final class EpcQr {
    /** What a code of version 13 holds at correction level M, the largest that banks read. */
    private static final int MOST_BYTES = 331;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 140;
    /** 999,999,999.99 in cents. */
    private static final long MOST_CENTS = 99_999_999_999L;
    private static final String BIC = "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?";
    private static final String UTF_8 = "1";

    private EpcQr() {
    }

    /**
     * Empty when there can be none: another currency, an amount out of bounds, a name or a text that is empty or too
     * long. A name is cut at 70 characters; a BIC that is none is left out, as it may be within SEPA.
     *
     * @param text what the transfer will say
     */
    static Optional<String> payload(Iban iban, String holder, Optional<String> bic, Money amount, String text) {
        var name = cut(oneLine(holder));
        var isPayable = amount.currency().getCurrencyCode().equals("EUR") && amount.minor() >= 1
                && amount.minor() <= MOST_CENTS;
        if (!isPayable || name.isEmpty() || text.isBlank() || text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        var lines = String.join("\n", "BCD", "002", UTF_8, "SCT", bic.filter(code -> code.matches(BIC)).orElse(""),
                name, iban.value(), "EUR" + amount.major().toPlainString(), "", "", oneLine(text));
        return Optional.of(lines).filter(all -> all.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip();
    }
}

package io.weir.payments.domain.statements;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a payer wrote, as banks pass it on: in capitals, with blanks and hyphens put in or left out, cut at the end, O
 * for 0 and I or L for 1. References have none of those letters, so reading them as digits loses nothing.
 */
public record ReferenceText(String plain) {
    private static final Pattern REFERENCE = Pattern.compile("(?=(WR[0-9A-HJKMNP-TV-Z]{8}))");
    /** Order codes have sixteen digits. */
    private static final Pattern ORDER_CODE = Pattern.compile("(?=(\\d{16}))");
    /** "WR" and four of the eight: fewer are too likely to be something else. */
    private static final int LEAST_OF_CUT = 6;

    public static ReferenceText of(String words) {
        return new ReferenceText(Normalizer.normalize(words, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "").replace('O', '0').replace('I', '1').replace('L', '1'));
    }

    /** Whatever has the shape of one of our references. */
    public List<String> references() {
        return REFERENCE.matcher(plain).results().map(found -> found.group(1)).distinct().toList();
    }

    /** Whatever could be the number of an order. */
    List<Long> orderCodes() {
        return ORDER_CODE.matcher(plain).results().map(found -> Long.valueOf(found.group(1))).distinct().toList();
    }

    /** The beginning of the reference where the text ends, or all of it but for one character. */
    Optional<String> nearly(String reference) {
        var wanted = of(reference).plain;
        return cut(wanted).or(() -> misread(wanted));
    }

    private Optional<String> cut(String wanted) {
        for (int length = wanted.length() - 1; length >= LEAST_OF_CUT; length--) {
            if (plain.endsWith(wanted.substring(0, length))) {
                return Optional.of(wanted.substring(0, length));
            }
        }
        return Optional.empty();
    }

    private Optional<String> misread(String wanted) {
        for (int from = 0; from + wanted.length() <= plain.length(); from++) {
            if (differences(wanted, from) == 1) {
                return Optional.of(plain.substring(from, from + wanted.length()));
            }
        }
        return Optional.empty();
    }

    private int differences(String wanted, int from) {
        int different = 0;
        for (int i = 0; i < wanted.length() && different < 2; i++) {
            different += plain.charAt(from + i) == wanted.charAt(i) ? 0 : 1;
        }
        return different;
    }
}

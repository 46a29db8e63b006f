package io.weir.paymentgateways.manual;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** An account number of ISO 13616 whose check digits are right, in capitals and without blanks. */
record Iban(String value) {
    private static final String FORM = "[A-Z]{2}\\d{2}[A-Z0-9]{11,30}";
    private static final int MOVED = 4;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    Iban {
        if (!isRight(value)) {
            throw new IllegalArgumentException("no IBAN");
        }
    }

    /** Empty for what is none. */
    static Optional<Iban> of(String text) {
        return Optional.of(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT)).filter(Iban::isRight).map(Iban::new);
    }

    /** Country and check digits moved behind the rest, letters as 10 to 35: the number leaves 1 when divided by 97. */
    private static boolean isRight(String text) {
        if (!text.matches(FORM)) {
            return false;
        }
        var digits = new StringBuilder();
        (text.substring(MOVED) + text.substring(0, MOVED)).chars()
                .forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
